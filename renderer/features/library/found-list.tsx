import { type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import { marker } from '../../../shared/search/marks.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { searchSorts } from '../../store/search.ts';
import { useStores } from '../../store/stores.ts';
import { Select } from '../../ui/controls/select.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { FoundNotes } from './found-notes.tsx';
import { FoundRowView } from './found-row.tsx';
import { messageListId } from './message-list.tsx';
import { Narrowing } from './narrowing.tsx';
import { NothingFound } from './nothing-found.tsx';
import { focusSearch } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useFoundTotal } from './use-found-total.ts';
import { useSelection } from './use-selection.ts';

interface Props {
  /** Index of the row that is open; −1 where none is. */
  readonly chosen: number;
  onChoose(index: number): void;
  /** The person wants to read what is chosen. */
  onEnter(): void;
}

/** Height of a row with its four lines, in rem. */
const rowHeight = 5.5;

/** What was found, in all accounts, and what is to be known about it. */
export function FoundList({ chosen, onChoose, onEnter }: Props): ReactElement {
  const { t } = useWords();
  const { search } = useStores();
  const { answer, status, failure, query, text, sort, rowAt, need, again } = useStore(search);
  const inSender = useMemo(() => marker(query, 'from'), [query]);
  const inSubject = useMemo(() => marker(query, 'subject'), [query]);
  const total = answer?.total ?? 0;
  const key = JSON.stringify([text, sort]);
  const order = {
    sort: sort === 'relevance' ? 'relevance' : 'date',
    descending: sort !== 'oldest',
  } as const;
  const selection = useSelection({
    key,
    list: { call: 'library.search', input: { query, ...order } },
    refAt(index) {
      const row = rowAt(index);
      return row && { accountId: row.accountId, messageId: row.id };
    },
  });
  return (
    <section className="message-list" aria-label={t('library.messages')}>
      <FoundHead />
      <Narrowing />
      {failure !== undefined && (
        <div className="message-list-notice">
          <FailureNotice failure={failure} ways={{ 'try-again': () => void again() }} />
        </div>
      )}
      {total === 0 ? (
        <div className="found-nothing">{status === 'ready' && <NothingFound />}</div>
      ) : (
        <VirtualList
          key={key}
          id={messageListId}
          label={t('library.messages')}
          count={total}
          rowHeight={rowHeight}
          chosen={chosen}
          onChoose={onChoose}
          onEnter={onEnter}
          onVisible={need}
          onLeave={focusSearch}
          selection={selection}
          renderRow={index => (
            <FoundRowView row={rowAt(index)} inSender={inSender} inSubject={inSubject} />
          )}
        />
      )}
      <FoundNotes />
      <SelectionBar
        question={{ which: 'found', query }}
        total={total}
        atLeast={answer?.atLeast ?? false}
      />
    </section>
  );
}

function FoundHead(): ReactElement {
  const { t } = useWords();
  const { search } = useStores();
  const { answer, status, sort, sortBy } = useStore(search);
  const found = useFoundTotal();
  const words = answer === undefined ? '' : found(answer);
  return (
    <header className="pane-head">
      <h2 className="cut">{words}</h2>
      <span className="unseen" role="status">
        {status === 'searching' ? t('find.searching') : words}
      </span>
      <span className="pane-gap" />
      <Select
        label={t('library.sortBy')}
        labelUnseen
        bare
        value={sort}
        options={searchSorts.map(value => ({ value, label: t(`find.sort.${value}`) }))}
        onChange={sortBy}
      />
    </header>
  );
}
