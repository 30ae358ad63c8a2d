import type { Session } from '../session/session.ts';
import type { Bell } from './bell.ts';
import type { Clock } from './clock.ts';
import type { Memory } from './memory.ts';
import type { News } from './news.ts';

/** What listening works with. */
export interface Listening {
  readonly session: Session;
  readonly memory: Memory;
  readonly news: News;
  readonly clock: Clock;
  /** The account's list is what was chosen from. */
  readonly isAll: boolean;
  /** Rings when the connection has to prove that it still stands. */
  readonly woken: Bell;
}

/** Why waiting came to its end. */
type Ended = 'news' | 'time' | 'woken' | 'lost';

/** Waits for news, for so many milliseconds. @param lost rings when the connection is gone */
export async function waitFor(
  { news, clock, woken }: Pick<Listening, 'news' | 'clock' | 'woken'>,
  milliseconds: number,
  lost: Bell,
): Promise<Ended> {
  if (news.isDue) return 'news';
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const over = new AbortController();
  const deaf = [
    news.due.hear(() => resolve('news')),
    woken.hear(() => resolve('woken')),
    lost.hear(() => resolve('lost')),
  ];
  clock.sleep(milliseconds, over.signal).then(
    () => resolve('time'),
    () => undefined,
  );
  try {
    return await promise;
  } finally {
    over.abort();
    for (const end of deaf) end();
  }
}
