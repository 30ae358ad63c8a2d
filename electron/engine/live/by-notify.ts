import type { NotifyEvent } from '../protocol/commands/notify.ts';
import type { Response } from '../protocol/response.ts';
import { isRefusal } from '../session/refusal.ts';
import type { Session } from '../session/session.ts';
import { note } from './ask-rest.ts';
import { Bell } from './bell.ts';
import { type Listening, waitFor } from './listening.ts';
import { times } from './times.ts';

/** What is asked to be told, and with how much less a server may do (RFC 5465 section 3.1: BADEVENT). */
const wishes: readonly (readonly NotifyEvent[])[] = [
  ['MessageNew', 'MessageExpunge', 'FlagChange', 'MailboxName'],
  ['MessageNew', 'MessageExpunge', 'MailboxName'],
];

/**
 * Lets the server tell of all mailboxes (RFC 5465) until there is news.
 * @returns false where the server refuses all that would help
 * @throws MailstowError when the connection is lost
 */
export async function listenByNotify(
  listening: Listening,
  onListening: () => void,
): Promise<boolean> {
  const { session } = listening;
  // An open mailbox would be told of by other words, and its numbers would have to be followed.
  if (session.selected !== undefined) await session.unselect();
  const lost = new Bell();
  session.useEars({ heard: response => hear(listening, response), lost: () => lost.ring() });
  try {
    if (!(await isTold(session))) return false;
    onListening();
    for (;;) {
      const ended = await waitFor(listening, times.alive, lost);
      if (ended === 'news') break;
      // A line that is dead answers nothing; one that is lost says so at once.
      await session.noop();
    }
  } finally {
    session.useEars(undefined);
  }
  // What comes from here on would be taken for answers to what a round asks.
  await session.notifyNone();
  return true;
}

async function isTold(session: Session): Promise<boolean> {
  for (const events of wishes) {
    try {
      await session.notify(events);
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return false;
}

function hear({ memory, news }: Listening, response: Response): void {
  if (response.kind === 'mailbox-status') note(memory, news, response, response.items);
  // Made, renamed, or deleted (RFC 5465 section 5.4).
  else if (response.kind === 'list') news.whole();
  else if (response.kind === 'status' && response.code?.name === 'NOTIFICATIONOVERFLOW') {
    news.whole();
  }
}
