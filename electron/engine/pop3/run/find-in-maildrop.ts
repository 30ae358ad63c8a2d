import type { SampledMessage } from '../../run/recognise/account-sample.ts';
import type { Comparison } from '../../run/recognise/same-mail.ts';
import type { Pop3Session } from '../session/pop3-session.ts';
import { Heads } from './heads.ts';
import { type DropMessage, readMaildrop } from './maildrop.ts';

/** Messages of the same size whose headers are asked for, for each that is looked for. */
const mostCandidates = 10;

/**
 * Looks for stored messages in a maildrop: first by their UIDLs, then by size, and of those that fit the header fields are
 * compared. Asks for no body where the server has TOP.
 */
export async function findInMaildrop(
  session: Pop3Session,
  sample: readonly SampledMessage[],
): Promise<Comparison> {
  const { messages } = await readMaildrop(session);
  const byUidl = new Map(messages.map(message => [message.uidl, message]));
  const bySize = Map.groupBy(messages, ({ size }) => size);
  let [found, unmoved] = [0, 0];
  const left: [SampledMessage, readonly DropMessage[]][] = [];
  for (const own of sample) {
    const { uidl, size } = own.maildrop;
    const same = uidl === undefined ? undefined : byUidl.get(uidl);
    if (same !== undefined && same.size === size) {
      found += 1;
      unmoved += 1;
    } else left.push([own, (bySize.get(size ?? -1) ?? []).slice(0, mostCandidates)]);
  }
  const heads = new Heads(session);
  await heads.ask(new Set(left.flatMap(([, candidates]) => candidates)));
  for (const [{ key }, candidates] of left) {
    if (candidates.some(message => heads.of(message)?.key === key)) found += 1;
  }
  return { sampled: sample.length, found, unmoved };
}
