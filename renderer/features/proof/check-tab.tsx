import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Account, CheckProgress, RunState } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { needsPassword } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { CheckOutcome } from './check-outcome.tsx';

interface Props {
  readonly account: Account;
  readonly run: RunState | undefined;
}

/** Reads every file again: how far that is, and what was found; before it, what the last one found. */
export function CheckTab({ account, run }: Props): ReactElement {
  const { t } = useWords();
  const { proof } = useStores();
  const { id } = account;
  const check = useStore(proof, state => state.checks[id]);
  const refused = useStore(proof, state => state.refused[id]);
  const last = useStore(proof, ({ histories }) => {
    const history = histories[id];
    return history?.status === 'ready' ? history.value.lastCheck : undefined;
  });
  if (check !== undefined && isGoing(check)) return <Going check={check} />;
  const found = check?.result === undefined ? last : check;
  const isMoot = check !== undefined && check.result === undefined;
  return (
    <>
      {check?.state === 'stopped' && (
        <Notice kind="plain" message={t('proof.checkStopped')} nextStep={t('proof.stoppedNext')} />
      )}
      {check?.failure !== undefined && <FailureNotice failure={check.failure} />}
      {found?.result !== undefined && !isMoot && (
        <CheckOutcome
          account={account}
          run={run}
          result={found.result}
          startedAt={found.startedAt}
          finishedAt={found.finishedAt ?? found.startedAt}
          notKept={check?.notKept}
        />
      )}
      <Begin account={account} run={run} isAgain={found?.result !== undefined && !isMoot} />
      {refused !== undefined && <FailureNotice failure={refused} />}
    </>
  );
}

function isGoing({ finishedAt }: CheckProgress): boolean {
  return finishedAt === undefined;
}

function Begin({ account, run, isAgain }: Props & { readonly isAgain: boolean }): ReactElement {
  const { t } = useWords();
  const { proof, signIn } = useStores();
  const [server, setServer] = useState(false);
  const [password, setPassword] = useState('');
  const asks = server && needsPassword(account, run);
  const isByProvider = account.signedInBy !== undefined;
  const check = (typed?: string) => void proof.getState().check(account.id, server, typed);
  const begin = () => {
    if (asks && isByProvider) void signIn.getState().again(account, check);
    else check(asks ? password : undefined);
    setPassword('');
  };
  return (
    <section className="card proof-begin">
      <p>{t('proof.checkText')}</p>
      <Check
        label={t('proof.withServer')}
        hint={t('proof.withServerHint')}
        checked={server}
        onChange={setServer}
      />
      {asks && !isByProvider && (
        <Field
          label={t('who.password')}
          type="password"
          autoComplete="off"
          value={password}
          onChange={setPassword}
        />
      )}
      <div className="row">
        <Button
          kind={isAgain ? 'plain' : 'primary'}
          disabled={asks && !isByProvider && password === ''}
          onClick={begin}
        >
          {isAgain ? t('proof.checkAgain') : t('proof.checkNow')}
        </Button>
      </div>
    </section>
  );
}

function Going({ check }: { readonly check: CheckProgress }): ReactElement {
  const { t, fileSize, number } = useWords();
  const { proof } = useStores();
  const { accountId, state, files, bytes, allFiles, allBytes, mailbox } = check;
  const isReading = state === 'reading';
  const share =
    allBytes === undefined || allBytes === 0 ? undefined : Math.min(1, bytes / allBytes);
  return (
    <section className="card proof-begin" aria-label={t('proof.progress')}>
      <p className="strong" role="status">
        {t(
          `proof.state.${isReading ? 'reading' : state === 'comparing' ? 'comparing' : 'stopping'}`,
        )}
      </p>
      <Progress label={t('proof.progress')} value={isReading ? share : undefined} />
      <Facts
        facts={[
          allFiles !== undefined && t('proof.filesOf', { done: number(files), count: allFiles }),
          allBytes !== undefined &&
            t('run.ofBytes', { done: fileSize(bytes), bytes: fileSize(allBytes) }),
          isReading && mailbox,
        ]}
      />
      <div className="row">
        <Button
          disabled={state === 'stopping'}
          onClick={() => void proof.getState().stopCheck(accountId)}
        >
          {t('run.stop')}
        </Button>
      </div>
    </section>
  );
}
