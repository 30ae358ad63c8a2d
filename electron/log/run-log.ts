import type { Failure } from '../../shared/model/failure.ts';
import type { RunEvent, RunRequest, RunResult } from '../../shared/model/run.ts';
import { version } from '../../shared/version.ts';
import { counted, size } from '../engine/report/words.ts';
import type { Log } from './log.ts';

/** What a log has of one run: its start and end, warnings, waits and problems. */
export interface RunLog {
  event(event: RunEvent): void;
  done(result: Pick<RunResult, 'stored' | 'storedBytes' | 'problems'>): void;
}

export function logRun(log: Log, request: RunRequest): RunLog {
  const { server, credentials, folder, layout } = request;
  // Tokens are hidden by whoever gives them.
  if ('password' in credentials) log.hide(credentials.user, credentials.password);
  const account = `${credentials.user} at ${server.host}:${server.port}`;
  log.info(
    `Mailstow ${version} archives ${account} (${server.security}) into ${folder} (${layout})`,
  );
  return {
    event(event) {
      const text = describe(event);
      if (text === undefined) return;
      if (event.event === 'warning' || event.event === 'problem') log.warn(text);
      else log.info(text);
    },
    done({ stored, storedBytes, problems }) {
      const had = problems.length === 0 ? '' : `, ${counted(problems.length, 'problem')}`;
      log.info(
        `${account}: done, stored ${counted(stored, 'message')}, ${size(storedBytes)}${had}`,
      );
    },
  };
}

/** What happened, where, the server's words, and of which kind it is. */
export function sentences({ kind, message, serverText, mailbox, uid }: Failure): string {
  const place = [mailbox, uid === undefined ? undefined : `message ${uid}`].filter(
    part => part !== undefined,
  );
  const where = place.length === 0 ? '' : `${place.join(', ')}: `;
  const words = serverText === undefined ? '' : ` The server says: ${serverText}`;
  return `${where}${message}${words} [${kind}]`;
}

function describe(event: RunEvent): string | undefined {
  switch (event.event) {
    case 'connected':
      return `Connected to ${event.host} (${event.security})`;
    case 'mailboxes':
      return `Mailboxes to archive: ${event.mailboxes.length}`;
    case 'renamed':
      return `${event.mailbox}: renumbered by the server, ${event.count} renamed`;
    case 'waiting':
      return `Waits ${Math.ceil(event.milliseconds / 1000)} s: ${event.reason}`;
    case 'warning':
      return event.message;
    case 'problem':
      return sentences(event.failure);
    default:
      return undefined;
  }
}
