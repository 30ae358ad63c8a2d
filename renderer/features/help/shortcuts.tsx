import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import { isTyping } from '../../parts/is-typing.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import './shortcuts.css';

/** As they are written on the keys, with what they do. */
const keys = [
  ['?', 'sheet'],
  ['/ Ctrl+F', 'search'],
  ['F3 Ctrl+G', 'nextMatch'],
  ['↑ ↓', 'move'],
  ['Home End', 'ends'],
  ['Enter', 'open'],
  ['Space', 'pick'],
  ['Shift+↑ Shift+↓', 'pickMore'],
  ['Ctrl+A', 'pickAll'],
  ['Esc', 'leave'],
  ['Tab', 'next'],
] as const;

/** The sheet of keys, which `?` opens wherever nobody is writing. */
export function Shortcuts(): ReactElement {
  const { t } = useWords();
  const { shortcuts, showShortcuts } = useStore(useStores().place);
  const close = () => showShortcuts(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) showShortcuts(true);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [showShortcuts]);
  return (
    <Dialog
      title={t('keys.title')}
      open={shortcuts}
      onClose={close}
      safe={<Button onClick={close}>{t('action.close')}</Button>}
    >
      <dl className="shortcuts">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.split(' ').map(name => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
