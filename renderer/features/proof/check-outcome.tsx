import type { ReactElement } from 'react';
import type { Account, CheckResult, RunState, ShownFailure } from '../../../shared/contract.ts';
import { needsPassword } from '../../store/run-progress.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly account: Account;
  readonly run: RunState | undefined;
  readonly result: CheckResult;
  readonly startedAt: number;
  readonly finishedAt: number;
  /** Why the archive's history does not have it. */
  readonly notKept: ShownFailure | undefined;
}

/** What a check found, each file by its name, and the button that mends it. */
export function CheckOutcome(props: Props): ReactElement {
  const { account, run, result, startedAt, finishedAt, notKept } = props;
  const words = useWords();
  const { t, moment, fileSize, took } = words;
  const { place, runs } = useStores();
  const { files, bytes, missing, altered, lost, mends, unhashed, damage, server } = result;
  const damaged = missing + altered;
  const notHere = (server?.notHere ?? 0) + (server?.differing ?? 0);
  const isLacking = (server?.lacking ?? 0) > 0;
  const isSince =
    account.lastCheck?.archivedSince === true && account.lastCheck.finishedAt === finishedAt;
  const canMend = !isSince && (damaged > lost || isLacking);
  const needs = isSince ? lost > 0 : damaged > 0 || isLacking;
  const archive = async () => {
    const { ask, start } = runs.getState();
    if (needsPassword(account, run)) ask(account.id);
    else if (await start(account.id)) place.getState().go({ at: 'run', accountId: account.id });
  };
  const next = [
    isSince && damaged + notHere > 0 && t('proof.since'),
    !isSince && damaged > lost && (mends ? t('proof.mendNext') : t('proof.notNoted')),
    lost > 0 && t('proof.lost', { count: lost }),
    unhashed > 0 && t('proof.unhashed', { count: unhashed }),
    server !== undefined && server.lacking === 0 && damaged === 0 && t('proof.serverSame'),
    !isSince && notHere > 0 && t('proof.notHere', { count: notHere }),
    !isSince && isLacking && account.profile.unseenOnly && t('proof.unseenOnly'),
    notKept !== undefined && `${t('proof.notKept')} ${words.failure(notKept).message}`,
  ];
  return (
    <>
      <Notice
        kind={needs ? 'needs' : isSince && damaged > 0 ? 'plain' : 'safe'}
        alert
        message={
          damaged > 0
            ? t('proof.damaged', { count: damaged })
            : t('proof.checked', { count: files })
        }
        nextStep={next.filter(sentence => typeof sentence === 'string').join(' ')}
        actions={
          canMend ? (
            <Button kind="primary" onClick={() => void archive()}>
              {t('accounts.archiveNow')}
            </Button>
          ) : undefined
        }
      />
      {damage.length > 0 && (
        <section className="card proof-damage" aria-label={t('proof.damagedFiles')}>
          <ul>
            {damage.map(({ mailbox, path, what, gone }) => (
              <li key={`${what} ${path}`}>
                <Icon name={what === 'missing' ? 'failed' : 'alert'} small />
                <div>
                  <p className="proof-path">{path}</p>
                  <p className="small quiet">
                    {[
                      mailbox,
                      t(`proof.file.${what}`),
                      ...(gone ? [t('proof.file.gone')] : []),
                    ].join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {damaged > damage.length && (
            <p className="small quiet">
              {t('proof.moreFiles', { count: damaged - damage.length })}
            </p>
          )}
        </section>
      )}
      {server !== undefined && server.differences.length > 0 && (
        <section className="card proof-damage" aria-label={t('proof.differences')}>
          <ul>
            {server.differences.map(each => (
              <li key={each.mailbox}>
                <Icon name="folder" small />
                <div>
                  <p className="proof-path">{each.mailbox}</p>
                  <p className="small quiet">
                    {each.outcome === 'compared'
                      ? t('proof.notHere', { count: each.notHere + each.differing })
                      : t(`proof.difference.${each.outcome}`)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="small quiet">
        <Facts
          facts={[
            t('proof.checkedOn', { date: moment(finishedAt) }),
            t('proof.filesRead', { count: files }),
            fileSize(bytes),
            finishedAt >= startedAt && took(finishedAt - startedAt),
          ]}
        />
      </div>
    </>
  );
}
