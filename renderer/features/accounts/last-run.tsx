import type { ReactElement } from 'react';
import type { Account } from '../../../shared/contract.ts';
import { daysSince, isStale } from '../../parts/days-since.ts';
import { ProviderLink } from '../../parts/provider-link.tsx';
import { damagedNow } from '../../parts/standing.ts';
import { yearsCovered } from '../../parts/years-covered.ts';
import { needsSignIn } from '../../store/run-progress.ts';
import { isInboxOnly } from '../../store/server-kind.ts';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords, type Words } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  /** The beginning of the person's day, milliseconds since 1970. */
  readonly today: number;
}

/** What is known of an account beside the one answer: how the last attempt ended, and when everything was archived and checked. */
export function LastRun({ account, today }: Props): ReactElement {
  const words = useWords();
  const { t, fileSize, when } = words;
  const { lastRun, lastComplete, profile } = account;
  if (lastRun === undefined) {
    return (
      <div className="account-rest stack-small">
        {needsSignIn(account) && (
          <p>{t('signIn.ended', { provider: account.signedInBy?.provider ?? '' })}</p>
        )}
        <Facts
          facts={[
            isInboxOnly(profile) && t('accounts.inboxOnly'),
            t('accounts.kept', { folder: profile.folder }),
          ]}
        />
      </div>
    );
  }
  const { complete, finishedAt, stock, failure } = lastRun;
  const page = failure?.page;
  return (
    <div className="account-rest stack-small">
      <p>{sentencesOf(words, account, today).join(' ')}</p>
      {page !== undefined && (
        <div className="row">
          <ProviderLink page={page} />
        </div>
      )}
      <Facts
        facts={[
          isInboxOnly(profile) && t('accounts.inboxOnly'),
          stock !== undefined && fileSize(stock.bytes),
          yearsCovered(stock),
          lastComplete !== undefined &&
            t('accounts.archivedOn', { date: when(lastComplete.finishedAt) }),
          !complete && t('accounts.triedOn', { date: when(finishedAt) }),
          checkFact(words, account),
          t('accounts.kept', { folder: profile.folder }),
          profile.deleteAfter !== undefined &&
            t('accounts.deletes', { count: profile.deleteAfter }),
        ]}
      />
    </div>
  );
}

function sentencesOf(words: Words, account: Account, today: number): string[] {
  const { t } = words;
  const { lastRun, lastComplete } = account;
  const { complete, verdict, failure, messages = 0, finishedAt = today } = lastRun ?? {};
  const ended = failure === undefined ? undefined : words.failure(failure);
  const safe = messages > 0 ? messages : (lastComplete?.messages ?? 0);
  const damaged = damagedNow(account);
  const isOld = lastComplete !== undefined && isStale(lastComplete.finishedAt, today);
  // Else the answer above says it.
  const isSaid = complete === true && damaged === 0 && !isOld;
  return [
    ended?.message,
    ...(verdict === undefined ? [] : words.verdict(verdict).sentences),
    ended?.nextStep,
    !isSaid && safe > damaged ? t('standing.stillSafe', { count: safe - damaged }) : undefined,
    needsSignIn(account) && failure?.code !== 'sign-in-again'
      ? t('signIn.ended', { provider: account.signedInBy?.provider ?? '' })
      : undefined,
    daysSince(finishedAt, today) < 0 ? t('accounts.clock') : undefined,
  ].filter(sentence => sentence !== undefined);
}

function checkFact({ t, when }: Words, { lastCheck }: Account): string | false {
  if (lastCheck === undefined) return false;
  const { finishedAt, damaged } = lastCheck;
  const date = when(finishedAt);
  return damaged === 0
    ? t('accounts.checkedOn', { date })
    : t('accounts.damagedOn', { date, count: damaged });
}
