import { type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import type { FoundRow } from '../../../shared/contract.ts';
import { marker } from '../../../shared/search/marks.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { searchSorts } from '../../store/search.ts';
import { useStores } from '../../store/stores.ts';
import { Select } from '../../ui/controls/select.tsx';
import { Marked } from '../../ui/lists/marked.tsx';
import { useWords } from '../../words/use-words.ts';
import { Columns } from './columns.tsx';
import { FoundNotes } from './found-notes.tsx';
import { type Choosing, MailList } from './mail-list.tsx';
import { MessageRowView } from './message-row.tsx';
import { Narrowing } from './narrowing.tsx';
import { NothingFound } from './nothing-found.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useAccountName } from './use-account-name.ts';
import { useFoundTotal } from './use-found-total.ts';

/** What was found, in all accounts, and what is to be known about it. */
export function FoundList(choosing: Choosing): ReactElement {
  const { search } = useStores();
  const { answer, status, failure, query, text, sort, rowAt, need, again, sortBy } =
    useStore(search);
  const inSender = useMemo(() => marker(query, 'from'), [query]);
  const inSubject = useMemo(() => marker(query, 'subject'), [query]);
  const nameOf = useAccountName();
  const total = answer?.total ?? 0;
  return (
    <MailList
      {...choosing}
      kind="found"
      selectable={{
        key: JSON.stringify([text, sort]),
        list: {
          call: 'library.search',
          input: {
            query,
            sort: sort === 'relevance' ? 'relevance' : 'date',
            descending: sort !== 'oldest',
          },
        },
        refAt(index) {
          const row = rowAt(index);
          return row && { accountId: row.accountId, messageId: row.id };
        },
      }}
      total={total}
      head={
        <>
          <FoundHead />
          <Narrowing />
          {failure !== undefined && (
            <div className="message-list-notice">
              <FailureNotice failure={failure} ways={{ 'try-again': () => void again() }} />
            </div>
          )}
        </>
      }
      foot={
        <>
          <FoundNotes />
          <SelectionBar
            question={{ which: 'found', query }}
            total={total}
            atLeast={answer?.atLeast ?? false}
          />
        </>
      }
      nothing={
        total === 0 ? (
          <div className="found-nothing">{status === 'ready' && <NothingFound />}</div>
        ) : undefined
      }
      columns={() => (
        <Columns
          sort={sort === 'relevance' ? undefined : 'date'}
          descending={sort === 'newest'}
          sortable={['date']}
          onSort={() => sortBy(sort === 'newest' ? 'oldest' : 'newest')}
        />
      )}
      onVisible={need}
      renderRow={(index, layout) => {
        const row = rowAt(index);
        return (
          <MessageRowView
            row={row}
            layout={layout}
            account={row && nameOf(row.accountId)}
            snippet={row && <Found row={row} />}
            showsSize={false}
            inSender={inSender}
            inSubject={inSubject}
          />
        );
      }}
    />
  );
}

/** The words around what was looked for. */
function Found({ row: { snippet } }: { readonly row: FoundRow }): ReactElement {
  const { t } = useWords();
  return (
    <>
      {snippet.attachment !== undefined && (
        <>{t('find.inAttachment', { name: snippet.attachment })} </>
      )}
      <Marked text={snippet.text} marks={snippet.marks} />
    </>
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
