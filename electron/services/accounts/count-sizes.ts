import type { EventValue } from '../../../shared/contract.ts';
import { MailstowError } from '../../engine/errors.ts';
import { countBytes } from '../../engine/run/choose/count-bytes.ts';
import { tellSizes } from '../../engine/run/choose/count-messages.ts';
import { listAccount } from '../../engine/run/choose/list-mailboxes.ts';
import { canBeOpened } from '../../engine/run/choose/mailbox-pattern.ts';
import { clippedName } from '../clip.ts';
import { Throttle } from '../throttle.ts';
import { type AccessRequest, isByPop3, withSession } from './access.ts';

type Counted = EventValue<'mailboxes.counted'>['mailboxes'];

/** Milliseconds: as long as anybody looks at the step where the sizes stand. */
const longestCount = 300_000;
/** Milliseconds between two words to the window. */
const betweenEvents = 100;

/**
 * Counts what the server does not add up, over a connection of its own, and tells it piece by piece.
 * @returns whether everything was counted
 * @throws MailstowError where the account cannot be reached, or when it is cancelled
 */
export async function countSizes(
  request: AccessRequest,
  signal: AbortSignal,
  tell: (counted: Counted) => void,
): Promise<boolean> {
  // Its one mailbox is told with its size.
  if (isByPop3(request)) return true;
  const time = AbortSignal.timeout(longestCount);
  let counted: Counted = [];
  const throttle = new Throttle(betweenEvents, () => {
    if (counted.length > 0) tell(counted);
    counted = [];
  });
  try {
    return await withSession(request, AbortSignal.any([signal, time]), async session => {
      const { mailboxes } = await listAccount(session, false);
      const openable = mailboxes.filter(canBeOpened);
      const sizes = await tellSizes(session, openable);
      const lacking = openable.filter(
        ({ name: { key } }, index) => sizes[index]?.bytes === undefined && key === clippedName(key),
      );
      return countBytes(session, lacking, ({ name }, bytes) => {
        counted.push({ name: name.key, bytes });
        throttle.request();
      });
    });
  } catch (error) {
    if (error instanceof MailstowError && time.aborted && !signal.aborted) return false;
    throw error;
  } finally {
    throttle.flush();
  }
}
