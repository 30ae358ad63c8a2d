import { type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Message, openedFiles } from '../../../shared/contract.ts';
import { type MarkedPlace, marker } from '../../../shared/search/marks.ts';
import { parse } from '../../../shared/search/parse.ts';
import { printTerm } from '../../../shared/search/print.ts';
import type { Query } from '../../../shared/search/query.ts';
import { useStores } from '../../store/stores.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Marked } from '../../ui/lists/marked.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly message: Message;
  readonly accountId: string;
}

/** Who wrote when to whom about what, and where its file is. */
export function MessageHead({ message, accountId }: Props): ReactElement {
  const { t, dayAndTime } = useWords();
  const stores = useStores();
  const query = useStore(stores.message, state => state.query);
  const { subject, from, to, cc, date, path } = message;
  return (
    <header className="message-head">
      <h2>
        {subject === '' ? (
          t('library.noSubject')
        ) : (
          <Found text={subject} query={query} place="subject" />
        )}
      </h2>
      <div className="message-who">
        <p className="message-from">
          <span className="strong">
            {from === '' ? t('library.noSender') : <Found text={from} query={query} place="from" />}
          </span>
          {accountId !== openedFiles && <FromSender from={from} />}
        </p>
        <p className="message-when small quiet">{dayAndTime(date)}</p>
        <dl className="message-facts small quiet">
          <Fact name={t('message.to')} value={to} query={query} />
          <Fact name={t('message.cc')} value={cc} query={query} />
          <div>
            <dt>{t('message.file')}</dt>
            <dd className="message-file">
              <span className="cut" title={path}>
                {path.split(/[/\\]/).at(-1)}
              </span>
            </dd>
          </div>
        </dl>
      </div>
    </header>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly query: Query;
}

function Fact({ name, value, query }: FactProps): ReactElement | null {
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd title={value}>
        <Found text={value} query={query} place="to" />
      </dd>
    </div>
  );
}

interface FoundProps {
  readonly text: string;
  readonly query: Query;
  readonly place: MarkedPlace;
}

function Found({ text, query, place }: FoundProps): ReactElement {
  const find = useMemo(() => marker(query, place), [query, place]);
  return <Marked text={text} marks={find?.(text) ?? []} />;
}

/** All that this sender wrote. */
function FromSender({ from }: { readonly from: string }): ReactElement | null {
  const { t } = useWords();
  const { search } = useStores();
  const address = /[^\s<>"]+@[^\s<>"]+/.exec(from)?.[0];
  if (address === undefined) return null;
  const { query } = parse(`from:${address}`);
  const term = query[0]?.[0];
  if (term === undefined) return null;
  return (
    <IconButton
      icon="search"
      label={t('find.fromSender', { name: address })}
      onClick={() => search.getState().replace(printTerm(term))}
    />
  );
}
