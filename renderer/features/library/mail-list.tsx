import { type ReactElement, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { useWidth } from '../../ui/layout/use-width.ts';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { type RowLayout, rowLayout } from './row-layout.ts';
import { focusSearch } from './search-field.tsx';
import { type Selectable, useSelection } from './use-selection.ts';
import './mail-list.css';

export interface Choosing {
  /** Index of the row that is open; −1 where none is. */
  readonly chosen: number;
  onChoose(index: number): void;
  /** The person wants to read what is chosen. */
  onEnter(): void;
}

interface Props extends Choosing {
  readonly kind: 'list' | 'found';
  /** What can be selected of it; of another key it is another list, which begins at its top. */
  readonly selectable: Selectable;
  readonly total: number;
  /** What stands above the rows, and below them. */
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  /** In the place of the rows, where there are none. */
  readonly nothing: ReactNode | undefined;
  columns(layout: RowLayout): ReactNode;
  renderRow(index: number, layout: RowLayout): ReactNode;
  onVisible(first: number, last: number): void;
}

/** Where the keyboard comes back to from a message. */
export const messageListId = 'library-messages';

/** A list of messages, of a folder or of what was found, as wide as it is and as close as the person likes it. */
export function MailList(props: Props): ReactElement {
  const { t } = useWords();
  const { kind, selectable, total, head, foot, nothing, columns, renderRow } = props;
  const density = useStore(useStores().settings, state => state.settings.density);
  const selection = useSelection(selectable);
  const section = useRef<HTMLElement>(null);
  const layout = rowLayout(kind, density, useWidth(section));
  return (
    <section ref={section} className="message-list" aria-label={t('library.messages')}>
      {head}
      {nothing ?? (
        <>
          {layout.hasColumns && columns(layout)}
          <VirtualList
            // Rows of another height stand elsewhere.
            key={`${selectable.key} ${layout.height}`}
            id={messageListId}
            label={t('library.messages')}
            count={total}
            rowHeight={layout.height}
            chosen={props.chosen}
            onChoose={props.onChoose}
            onEnter={props.onEnter}
            onLeave={focusSearch}
            onVisible={props.onVisible}
            selection={selection}
            renderRow={index => renderRow(index, layout)}
          />
        </>
      )}
      {foot}
    </section>
  );
}
