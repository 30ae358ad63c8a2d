import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { IconToggle } from '../../ui/controls/icon-toggle.tsx';
import { useWords } from '../../words/use-words.ts';

/** How lists of messages are shown, kept for the next time. */
export function ListSwitches(): ReactElement {
  const { t } = useWords();
  const { settings, change } = useStore(useStores().settings);
  return (
    <div className="find-switches">
      <IconToggle
        icon="conversations"
        label={t('library.conversations')}
        on={settings.conversations}
        onChange={conversations => void change({ conversations })}
      />
      <IconToggle
        icon="rows"
        label={t('library.compact')}
        on={settings.density === 'compact'}
        onChange={on => void change({ density: on ? 'compact' : 'comfortable' })}
      />
    </div>
  );
}
