import type { MailboxName } from '../mailbox-name.ts';
import type { Response } from '../protocol/response.ts';
import { openMailbox } from '../run/connection/open-mailbox.ts';
import { askRest } from './ask-rest.ts';
import { Bell } from './bell.ts';
import { type Listening, waitFor } from './listening.ts';
import { times } from './times.ts';

/**
 * Lets the server tell of one mailbox (RFC 2177), and asks for the others once a minute, until there is news.
 * @throws MailstowError when the connection is lost
 */
export async function listenByIdle(
  listening: Listening,
  name: MailboxName,
  onListening: () => void,
): Promise<void> {
  const { session, memory, news, clock, isAll } = listening;
  const { key } = name;
  const opened = await openMailbox(session, name);
  const { messages, uidNext } = memory.lastSeen(key);
  const isOther = messages !== undefined && messages !== opened.exists;
  const hasCome = uidNext !== undefined && opened.uidNext !== undefined && uidNext < opened.uidNext;
  if (isOther || hasCome) news.arrived(key);
  let count = opened.exists;
  const lost = new Bell();
  session.useEars({
    heard: response => {
      if (response.kind === 'exists') {
        if (response.count > count) news.arrived(key);
        count = response.count;
      } else if (tellsOfChange(response)) {
        count = session.selected?.exists ?? count;
        news.changed(key);
      }
    },
    lost: () => lost.ring(),
  });
  try {
    onListening();
    const isAlone = memory.names.length === 1 && !isAll;
    let asked = clock.now();
    for (;;) {
      const untilRest = isAlone ? times.idle : asked + times.rest - clock.now();
      const enough = waitFor(listening, Math.max(0, Math.min(times.idle, untilRest)), lost);
      await session.idle(enough.then(() => undefined));
      const ended = await enough;
      if (ended === 'news') return;
      // Issued again, it is answered or the line is dead.
      if (isAlone || clock.now() - asked < times.rest) continue;
      asked = clock.now();
      await askRest(session, memory, news, isAll);
    }
  } finally {
    session.useEars(undefined);
  }
}

function tellsOfChange(response: Response): boolean {
  return (
    response.kind === 'expunge' ||
    (response.kind === 'vanished' && !response.earlier) ||
    (response.kind === 'fetch' && response.flags !== undefined)
  );
}
