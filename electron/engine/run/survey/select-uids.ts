import type { Selection } from '../../../../shared/model/mailbox.ts';
import { MailstowError } from '../../errors.ts';
import type { FetchResponse, UidRanges } from '../../protocol/response.ts';
import { count, fromNumbers, intersect, subtract } from '../../protocol/uid-set.ts';
import type { FetchItem, SearchCriteria, Session } from '../../session/session.ts';
import { throttled } from '../connection/throttling.ts';

/** No server is known to cap its answers below this (a Gmail user may set 1,000, Yahoo has 10,000). */
const smallestCap = 1000;

/** Whether the selection leaves any message out. */
export function isFilter(selection: Selection): boolean {
  return Object.keys(criteriaOf(selection)).length > 0;
}

/**
 * The UIDs in the open mailbox that the selection asks for: by SEARCH, and where that fails, lacks its
 * data or is capped (webmail-lite-8#74, MailKit#1177, mail-archiver#490), by FETCH of what the selection
 * looks at. There the day of arrival is that in UTC, because the server's calendar is not known.
 * @param all every message that the server named; what came since is for the next run
 */
export async function selectUids(
  session: Session,
  selection: Selection,
  all: UidRanges,
): Promise<UidRanges> {
  const criteria = criteriaOf(selection);
  try {
    const found = intersect(await session.uidSearch(criteria), all);
    if (count(found) < smallestCap || !(await isCapped(session, all))) return found;
  } catch (error) {
    if (!(error instanceof MailstowError) || error.failure.scope !== 'mailbox') throw error;
    if (throttled(error.failure) !== undefined) throw error;
  }
  const leftOut: number[] = [];
  await session.uidFetch('1:*', itemsFor(criteria), message => {
    if (message.uid !== undefined && !fits(message, criteria)) leftOut.push(message.uid);
  });
  return subtract(all, fromNumbers(leftOut));
}

function criteriaOf(selection: Selection): SearchCriteria {
  const { unseenOnly, receivedSince, receivedBefore, largerThan, smallerThan } = selection;
  return {
    ...(unseenOnly && { unseen: true }),
    ...(receivedSince !== undefined && { receivedSince: new Date(receivedSince) }),
    ...(receivedBefore !== undefined && { receivedBefore: new Date(receivedBefore) }),
    ...(largerThan !== undefined && { largerThan }),
    ...(smallerThan !== undefined && { smallerThan }),
  };
}

async function isCapped(session: Session, all: UidRanges): Promise<boolean> {
  return subtract(all, await session.uidSearch({ all: true })).length > 0;
}

/** No more than needed: DavMail downloads a message to tell its size (getmail6#69). */
function itemsFor(criteria: SearchCriteria): FetchItem[] {
  const { unseen, receivedSince, receivedBefore, largerThan, smallerThan } = criteria;
  return [
    'UID',
    ...(unseen ? (['FLAGS'] as const) : []),
    ...(receivedSince || receivedBefore ? (['INTERNALDATE'] as const) : []),
    ...(largerThan !== undefined || smallerThan !== undefined ? (['RFC822.SIZE'] as const) : []),
  ];
}

/** What the server does not tell leaves no message out, nor does an answer without any of it. */
function fits({ flags = [], internalDate, size }: FetchResponse, wanted: SearchCriteria): boolean {
  const { unseen, receivedSince, receivedBefore, largerThan, smallerThan } = wanted;
  if (unseen && flags.some(flag => flag.toUpperCase() === '\\SEEN')) return false;
  if (internalDate !== undefined) {
    if (receivedSince && internalDate < startOfDay(receivedSince)) return false;
    if (receivedBefore && internalDate >= startOfDay(receivedBefore)) return false;
  }
  if (size === undefined) return true;
  return size > (largerThan ?? -1) && size < (smallerThan ?? Number.POSITIVE_INFINITY);
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}
