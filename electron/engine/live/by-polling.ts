import { askRest } from './ask-rest.ts';
import { Bell } from './bell.ts';
import { type Listening, waitFor } from './listening.ts';
import { times } from './times.ts';

/**
 * Asks for all mailboxes, again and again, until there is news.
 * @throws MailstowError when the connection is lost
 */
export async function listenByPolling(
  listening: Listening,
  onListening: () => void,
): Promise<void> {
  const { session, memory, news, isAll } = listening;
  // One that is open would be told of by other words.
  if (session.selected !== undefined) await session.unselect();
  onListening();
  const lost = new Bell();
  session.useEars({ heard: () => undefined, lost: () => lost.ring() });
  try {
    for (;;) {
      if ((await waitFor(listening, times.poll, lost)) === 'news') return;
      await askRest(session, memory, news, isAll);
    }
  } finally {
    session.useEars(undefined);
  }
}
