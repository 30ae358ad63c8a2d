import type { ListedMessage, MaildropSum } from '../session/listing.ts';
import type { Pop3Session } from '../session/pop3-session.ts';

/** A message as the server names it in this session. */
export interface DropMessage extends ListedMessage {
  /** What names it in every session; absent where the server has none, or gives it to several. */
  readonly uidl?: string;
}

/** What the server has, which nobody changes while the session lasts. */
export interface Maildrop {
  /** By their numbers, ascending: in the order of arrival. */
  readonly messages: readonly DropMessage[];
  /** Messages as the server counts them; where it counts twice, the higher figure. */
  readonly onServer: number;
  /** Bytes as the server counts them. */
  readonly bytes: number;
  /** Every message is named that the server counts: what is not named is gone. */
  readonly isWhole: boolean;
}

/** Asks for all that is known without a message, in one round trip where the server allows it. */
export async function readMaildrop(session: Pop3Session): Promise<Maildrop> {
  const [sum, listed, ids] = await Promise.all([session.stat(), session.list(), session.uidl()]);
  return maildropOf(sum, listed, ids);
}

function maildropOf(
  sum: MaildropSum,
  listed: readonly ListedMessage[],
  ids: ReadonlyMap<number, string> = new Map(),
): Maildrop {
  const shared = sharedIds(ids);
  const byNumber = new Map(listed.map(message => [message.number, message]));
  const messages = [...byNumber.values()]
    .sort((a, b) => a.number - b.number)
    .map(({ number, size }) => {
      const uidl = ids.get(number);
      return { number, size, ...(uidl !== undefined && !shared.has(uidl) && { uidl }) };
    });
  const onServer = Math.max(sum.messages, messages.length);
  return { messages, onServer, bytes: sum.bytes, isWhole: messages.length === onServer };
}

/** RFC 1939 section 7 wants each once; servers that make them of the content give copies the same. */
function sharedIds(ids: ReadonlyMap<number, string>): Set<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const id of ids.values()) (seen.has(id) ? shared : seen).add(id);
  return shared;
}
