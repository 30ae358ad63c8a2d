import type { RunEvent } from '../../../../shared/model/run.ts';
import { fromNumbers } from '../../protocol/uid-set.ts';
import type { Comparison, StoredMailbox } from '../../run/check/compare-with-server.ts';
import type { Access } from '../../run/connection/reconnecting-session.ts';
import { RunControl } from '../../run/connection/run-control.ts';
import { ServerHabits } from '../../session/server-habits.ts';
import type { Pop3Session } from '../session/pop3-session.ts';
import { headerHash } from './header-hash.ts';
import { Heads } from './heads.ts';
import { type DropMessage, readMaildrop } from './maildrop.ts';
import { MaildropLine } from './maildrop-line.ts';
import { inbox } from './requirements.ts';

/**
 * The same as `compareWithServer` does by IMAP: by UIDL and size, and where these do not tell, by the header. What is not
 * in the archive is named by the UIDs that it would get.
 */
export async function compareMaildrop(
  access: Access,
  stored: Iterable<StoredMailbox>,
  _known: unknown,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Comparison[]> {
  const control = new RunControl();
  const line = new MaildropLine({ access, emit, signal, control, habits: new ServerHabits() });
  try {
    await line.open();
    const own = [...stored].find(({ mailbox }) => mailbox === inbox.key);
    return [await line.run(session => compare(session, own))];
  } finally {
    line.close();
  }
}

async function compare(session: Pop3Session, stored?: StoredMailbox): Promise<Comparison> {
  const { messages, onServer } = await readMaildrop(session);
  const { key: mailbox } = inbox;
  if (stored === undefined) return { mailbox, outcome: 'not-archived' };
  const left = new Set(stored.uids);
  const last = [...left].at(-1) ?? 0;
  const byUidl = new Map<string, number>();
  const bySize = new Map<number, number[]>();
  for (const uid of left) {
    const { uidl, size } = stored.maildropOf(uid);
    if (uidl !== undefined) byUidl.set(uidl, uid);
    if (size === undefined) continue;
    const alike = bySize.get(size);
    if (alike === undefined) bySize.set(size, [uid]);
    else alike.push(uid);
  }
  const unknown: DropMessage[] = [];
  const resized: [DropMessage, number][] = [];
  for (const message of messages) {
    const uid = byUidl.get(message.uidl ?? '');
    if (uid === undefined) unknown.push(message);
    else if (stored.maildropOf(uid).size !== message.size) resized.push([message, uid]);
    if (uid !== undefined) left.delete(uid);
  }
  const heads = new Heads(session);
  const mayBeStored = unknown.filter(({ size }) => bySize.has(size));
  await heads.ask([...mayBeStored, ...resized.map(([message]) => message)]);
  const isSame = (message: DropMessage, uid: number) =>
    heads.of(message)?.hash === headerHash(stored.headOf(uid));
  const differing = resized.filter(([message, uid]) => !isSame(message, uid));
  const groups = new Map<number, Map<string, number[]>>();
  const groupsOf = (size: number) => {
    // The lowest one last, which is the one to take first.
    const uids = (bySize.get(size) ?? []).filter(uid => left.has(uid)).reverse();
    return Map.groupBy(uids, uid => headerHash(stored.headOf(uid)));
  };
  let notHere = 0;
  for (const message of unknown) {
    const { size } = message;
    const group = groups.get(size) ?? groupsOf(size);
    groups.set(size, group);
    const uid = group.get(heads.of(message)?.hash ?? '')?.pop();
    if (uid === undefined) notHere += 1;
    else left.delete(uid);
  }
  return {
    mailbox,
    outcome: 'compared',
    onServer,
    notHere: notHere === 0 ? [] : [[last + 1, last + notHere]],
    notOnServer: fromNumbers(left),
    differing: fromNumbers(differing.map(([, uid]) => uid).sort((a, b) => a - b)),
  };
}
