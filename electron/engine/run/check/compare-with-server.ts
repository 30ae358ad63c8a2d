import type { Failure } from '../../../../shared/model/failure.ts';
import type { RunEvent } from '../../../../shared/model/run.ts';
import type { MaildropNote } from '../../archive/journal/message-table.ts';
import { MailstowError } from '../../errors.ts';
import { type MailboxName, mailboxName } from '../../mailbox-name.ts';
import type { UidRanges } from '../../protocol/response.ts';
import { fromNumbers, subtract } from '../../protocol/uid-set.ts';
import { ServerHabits } from '../../session/server-habits.ts';
import type { Session } from '../../session/session.ts';
import { listAccount } from '../choose/list-mailboxes.ts';
import { canBeOpened } from '../choose/mailbox-pattern.ts';
import type { KnownNames } from '../choose/name-mailboxes.ts';
import { openMailbox } from '../connection/open-mailbox.ts';
import { type Access, Line } from '../connection/reconnecting-session.ts';
import { RunControl } from '../connection/run-control.ts';
import { isMailboxPutOff } from '../connection/throttling.ts';
import { inRounds } from '../in-rounds.ts';
import { headerKey } from '../recognise/header-key.ts';
import { recognisableOnServer } from '../recognise/recognisable.ts';
import { differing, type KnownMessage } from '../survey/known-messages.ts';
import { listUids } from '../survey/list-uids.ts';

/** One mailbox of an archive, as far as it is compared. */
export interface StoredMailbox {
  readonly mailbox: string;
  readonly uidValidity: number | undefined;
  /** Of every message that is stored, here or under another mailbox; ascending. */
  readonly uids: Iterable<number>;
  /** Those whose files are here, each UID once. */
  readonly messages: Iterable<KnownMessage>;
  /** The first bytes of the file of one of them, enough for its header. */
  headOf(uid: number): Buffer;
  /** How a POP3 server names and announces one of them. */
  maildropOf(uid: number): MaildropNote;
}

/** What differs between one mailbox of the archive and the server's. */
export type Comparison = { readonly mailbox: string } & (
  | {
      readonly outcome: 'compared';
      /** Messages in the mailbox on the server. */
      readonly onServer: number;
      /** UIDs that the server has and the archive has not. */
      readonly notHere: UidRanges;
      /** UIDs that the archive has and the server has not. */
      readonly notOnServer: UidRanges;
      /** UIDs under which the server has another message than the archive, by size, date and header. */
      readonly differing: UidRanges;
    }
  /** The server renumbers its messages; the next run matches them. */
  | { readonly outcome: 'renumbered'; readonly onServer: number; readonly uidValidity: number }
  /** The server has it and the archive has not. */
  | { readonly outcome: 'not-archived' }
  | { readonly outcome: 'failed'; readonly failure: Failure }
);

type Compared = Extract<Comparison, { outcome: 'compared' | 'renumbered' }>;

/**
 * Compares UID sets, sizes and dates, mailbox by mailbox. Changes nothing, here or there.
 * @param known what the archive remembers of names
 * @throws MailstowError when the account cannot be asked; a failure of one mailbox is in the result
 */
export async function compareWithServer(
  access: Access,
  stored: Iterable<StoredMailbox>,
  known: KnownNames,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Comparison[]> {
  const control = new RunControl();
  const line = new Line({ access, emit, signal, control, habits: new ServerHabits() });
  try {
    await line.open();
    const listed = await line.run(session => listAccount(session, false, known));
    const names = new Map(listed.mailboxes.map(({ name }) => [name.key, name]));
    const compared: Comparison[] = [];
    await inRounds([...stored], {
      patience: access.patience,
      signal,
      emit,
      work: async mailbox => {
        const name = names.get(mailbox.mailbox) ?? mailboxName(mailbox.mailbox);
        compared.push(await compare(line, name, mailbox));
      },
      gaveUp: ({ mailbox }, { failure }) => compared.push({ mailbox, outcome: 'failed', failure }),
    });
    const archived = new Set(compared.map(({ mailbox }) => mailbox));
    const others = listed.mailboxes.filter(
      each => !archived.has(each.name.key) && !each.isAssumed && canBeOpened(each),
    );
    return [
      ...compared,
      ...others.map(({ name }) => ({ mailbox: name.key, outcome: 'not-archived' }) as const),
    ];
  } finally {
    line.close();
  }
}

async function compare(line: Line, name: MailboxName, stored: StoredMailbox): Promise<Comparison> {
  try {
    return await line.run(session => compareMailbox(session, name, stored));
  } catch (error) {
    if (!(error instanceof MailstowError) || error.failure.scope !== 'mailbox') throw error;
    if (isMailboxPutOff(error.failure)) throw error;
    return { mailbox: stored.mailbox, outcome: 'failed', failure: error.failure };
  }
}

/**
 * Compares one mailbox, which is open read-only on return.
 * @throws MailstowError
 */
export async function compareMailbox(
  session: Session,
  name: MailboxName,
  stored: StoredMailbox,
): Promise<Compared> {
  const { mailbox, uidValidity } = stored;
  const opened = await openMailbox(session, name);
  const uids = await listUids(session, mailbox);
  const onServer = opened.exists;
  if (opened.uidValidity !== uidValidity) {
    return { mailbox, outcome: 'renumbered', onServer, uidValidity: opened.uidValidity };
  }
  const others = opened.exists > 0 ? await othersOf(session, stored) : [];
  const here = fromNumbers(stored.uids);
  return {
    mailbox,
    outcome: 'compared',
    onServer,
    notHere: subtract(uids, here),
    notOnServer: subtract(here, uids),
    differing: fromNumbers(others),
  };
}

/** Messages compared at once: a mailbox of any size takes no memory. */
const atOnce = 2_000;

/** Another size or date may be a server's whim; the header decides, or a size that is far off. */
async function othersOf(session: Session, stored: StoredMailbox): Promise<number[]> {
  const others: number[] = [];
  for (const portion of portions(stored.messages)) {
    const suspects = await differing(session, portion);
    if (suspects.length === 0) continue;
    const sizes = new Map(portion.map(({ uid, size }) => [uid, size]));
    await recognisableOnServer(session, fromNumbers(suspects), ({ uid, key, size }) => {
      if (isFarOff(sizes.get(uid), size) || headerKey(stored.headOf(uid)) !== key) others.push(uid);
    });
  }
  return others;
}

function* portions(messages: Iterable<KnownMessage>): Generator<KnownMessage[]> {
  let portion: KnownMessage[] = [];
  for (const message of messages) {
    portion.push(message);
    if (portion.length < atOnce) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

/** More than a tenth and more than 1,000 bytes. */
function isFarOff(own: number | undefined, their = own): boolean {
  const lack = Math.abs((their ?? 0) - (own ?? 0));
  return lack > 1000 && lack > (their ?? 0) / 10;
}
