import type { Identity } from '../../archive/journal/message-links.ts';
import type { FetchResponse, UidRanges } from '../../protocol/response.ts';
import type { FetchItem, Session } from '../../session/session.ts';
import { isFinalRefusal } from '../connection/final-refusal.ts';
import { headerKey, identifyingHeader } from './header-key.ts';
import { identityOf } from './recognisable.ts';

/** A way to recognise a message in whatever mailbox of the account it is. */
export interface Recognition {
  /** The ids of this way begin with it. */
  readonly prefix: string;
  /** Whether equal ids mean equal bytes. */
  readonly isCertain: boolean;
  readonly items: readonly FetchItem[];
  idOf(message: FetchResponse): string | undefined;
}

/** Gmail IMAP extensions; the labels come along, because some belong to no mailbox that IMAP shows. */
const gmail: Recognition = {
  prefix: 'gmail:',
  isCertain: true,
  items: ['UID', 'X-GM-MSGID', 'X-GM-LABELS'],
  idOf: ({ gmailMessageId }) => gmailMessageId?.toString(),
};

/** RFC 8474 section 5.1: equal for messages of equal content. */
const objectId: Recognition = {
  prefix: 'emailid:',
  isCertain: true,
  items: ['UID', 'EMAILID'],
  idOf: ({ emailId }) => emailId,
};

/** What {@link identityOf} looks at; messages may be alike and yet be two. */
const header: Recognition = {
  prefix: 'header:',
  isCertain: false,
  items: ['UID', 'INTERNALDATE', 'RFC822.SIZE', identifyingHeader],
  idOf: ({ sections, ...rest }) => {
    const data = sections[0]?.data;
    return data?.kind === 'memory'
      ? identityOf({ ...rest, key: headerKey(data.bytes) })
      : undefined;
  },
};

/** The surest way that the server offers. */
export function recognitionOf({ capabilities }: Session): Recognition {
  if (capabilities.has('X-GM-EXT-1')) return gmail;
  return capabilities.has('OBJECTID') ? objectId : header;
}

/** Whether the server keeps labels on messages. */
export function hasLabels(recognition: Recognition): boolean {
  return recognition === gmail;
}

/** @returns by UID, for the messages of the open mailbox that the server tells it of; it may refuse */
export async function fetchIdentities(
  session: Session,
  uids: UidRanges,
  { prefix, items, idOf }: Recognition,
): Promise<Map<number, Identity>> {
  const identities = new Map<number, Identity>();
  const note = (message: FetchResponse) => {
    const id = idOf(message);
    if (message.uid === undefined || id === undefined) return;
    const { gmailLabels: labels } = message;
    identities.set(message.uid, { id: `${prefix}${id}`, ...(labels && { labels }) });
  };
  try {
    await session.uidFetch(uids, items, note);
  } catch (error) {
    // Messages that are not recognised are stored in full.
    if (!isFinalRefusal(error)) throw error;
  }
  return identities;
}
