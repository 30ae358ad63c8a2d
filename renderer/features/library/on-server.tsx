import { type ReactElement, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { print } from '../../../shared/search/print.ts';
import { useAccountWays } from '../../parts/account-ways.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { isFiltered } from '../../store/filters.ts';
import { type ServerFind, type ServerQuestion, serverQuestions } from '../../store/server-finds.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { Note } from './found-note.tsx';
import { useGroupWords } from './use-term-words.ts';

/** Asks the servers for what is not archived, once the person wants that. */
export function OnServer(): ReactElement | null {
  const { t } = useWords();
  const { search, accounts, serverFinds } = useStores();
  const query = useStore(search, state => state.query);
  const all = useStore(accounts, state => state.accounts);
  const finds = useStore(serverFinds, state => state.finds);
  const { look, leave } = serverFinds.getState();
  const questions = useMemo(() => serverQuestions(query, all), [query, all]);
  useEffect(() => leave, [leave]);
  if (questions.length === 0) return null;
  const told = [...finds.values()];
  return (
    <>
      <Note icon="search">
        <Button
          kind="quiet"
          size="small"
          busy={told.some(({ state }) => state !== 'told' && state !== 'failed')}
          onClick={() => void look()}
        >
          {t('find.server.look')}
        </Button>
      </Note>
      {questions.map(({ account }) => {
        const find = finds.get(account.id);
        return (
          find && (
            <Find key={account.id} account={account} find={find} named={questions.length > 1} />
          )
        );
      })}
      {told.some(isMore) && <Unsaid questions={questions} />}
    </>
  );
}

interface FindProps {
  readonly account: Account;
  readonly find: ServerFind;
  /** There are other accounts: it is said which one this is. */
  readonly named: boolean;
}

function Find({ account, find, named }: FindProps): ReactElement {
  const { t } = useWords();
  const { serverFinds } = useStores();
  const ways = useAccountWays(account.id);
  const { ask, archive } = serverFinds.getState();
  const words = useFindWords(account, find);
  const text = named ? t('find.server.of', { name: account.profile.email, text: words }) : words;
  const isArchiving = find.state === 'archiving';
  const failure = 'failure' in find ? find.failure : 'problem' in find ? find.problem : undefined;
  return (
    <>
      {words !== '' && (
        <Note icon="info">
          <span role="status">{text}</span>
          {(isMore(find) || isArchiving) && (
            <Button
              kind="quiet"
              size="small"
              busy={isArchiving}
              onClick={() => void archive(account.id)}
            >
              {t('find.server.archive')}
            </Button>
          )}
        </Note>
      )}
      {failure !== undefined && (
        <FailureNotice
          failure={failure}
          ways={{
            ...ways,
            archive: () => void archive(account.id),
            'try-again': () => void ask(account.id),
          }}
        />
      )}
    </>
  );
}

/** '' where a failure says it all. */
function useFindWords({ profile }: Account, find: ServerFind): string {
  const { t } = useWords();
  if (find.state === 'failed') return '';
  if (find.state !== 'told') return t(`find.server.${find.state}`);
  const { notArchived: count, problem } = find;
  if (count > 0) return t('find.server.more', { count });
  if (problem !== undefined) return '';
  const isWhole = profile.leftOut.length === 0 && !isFiltered(profile);
  return t(isWhole ? 'find.server.none' : 'find.server.noneOfChosen');
}

/** What the servers were not asked, so that they name more than fits. */
function Unsaid({
  questions,
}: {
  readonly questions: readonly ServerQuestion[];
}): ReactElement | null {
  const { t } = useWords();
  const groupWords = useGroupWords();
  const groups = questions.flatMap(({ unsaid }) => unsaid);
  const terms = new Map(groups.map(group => [print([group]), groupWords(group)]));
  if (terms.size === 0) return null;
  return (
    <Note icon="info">{t('find.server.unsaid', { terms: [...terms.values()].join(', ') })}</Note>
  );
}

function isMore(find: ServerFind): boolean {
  return find.state === 'told' && find.notArchived > 0;
}
