import {
  type ReactElement,
  type KeyboardEvent as ReactKeyboardEvent,
  useEffect,
  useRef,
} from 'react';
import { useStore } from 'zustand';
import { printTerm } from '../../../shared/search/print.ts';
import { isTyping } from '../../parts/is-typing.ts';
import { useStores } from '../../store/stores.ts';
import { Chips } from '../../ui/controls/chips.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { useTermWords } from './use-term-words.ts';
import './search-field.css';

interface Props {
  /** The person wants to go through what was found. */
  onDown(): void;
  /** The person has done with the field. */
  onLeave(): void;
}

const inputId = 'library-search';
const hintId = 'library-search-hint';

export function focusSearch(): void {
  document.getElementById(inputId)?.focus();
}

/** The one field across the top of the library: what narrows as chips, and what is typed. */
export function SearchField({ onDown, onLeave }: Props): ReactElement {
  const { t } = useWords();
  const { search } = useStores();
  const { chips, typed, type, finish, clear, remove } = useStore(search);
  const termWords = useTermWords();
  const input = useRef<HTMLInputElement>(null);
  useSearchKeys(input);
  const isEmpty = chips.length === 0 && typed === '';
  const emptied = () => {
    clear();
    input.current?.focus();
  };
  const removeChip = (written: string) => {
    const chip = chips.find(each => printTerm(each) === written);
    if (chip === undefined) return;
    remove(chip);
    if (chips.length === 1) input.current?.focus();
  };
  const onKeyDown = (event: ReactKeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const last = chips.at(-1);
    if (event.key === 'Enter') finish();
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape') isEmpty ? onLeave() : clear();
    else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && last) {
      remove(last);
    } else return;
    event.preventDefault();
  };
  return (
    <search className="find">
      {/* A press beside the words is meant for them. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard reaches the input itself */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        className="find-field"
        onClick={({ target, currentTarget }) => {
          if (target === currentTarget) input.current?.focus();
        }}
      >
        <Icon name="search" small />
        {chips.length > 0 && (
          <Chips
            label={t('find.chips')}
            chips={chips.map(chip => ({ id: printTerm(chip), label: termWords(chip) }))}
            onRemove={removeChip}
          />
        )}
        <span className="find-line">
          <input
            ref={input}
            id={inputId}
            className="find-input"
            type="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-label={t('find.label')}
            aria-describedby={hintId}
            aria-keyshortcuts="/ Control+F"
            placeholder={isEmpty ? t('find.label') : ''}
            value={typed}
            onChange={event => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {!isEmpty && <IconButton icon="close" label={t('find.clear')} onClick={emptied} />}
          <span id={hintId} className="unseen">
            {t('find.hint')}
          </span>
        </span>
      </div>
    </search>
  );
}

/** `/` where nobody writes, and the key for finding everywhere; pressed again, the browser finds by itself. */
function useSearchKeys(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const isSlash = event.key === '/' && !isTyping(event);
      if (!isSlash && !(isFind && event.key.toLowerCase() === 'f')) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (document.activeElement === input.current) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [input]);
}
