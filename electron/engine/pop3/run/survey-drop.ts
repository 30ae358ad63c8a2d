import type { Selection } from '../../../../shared/model/mailbox.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import { warnOfAdopted } from '../../run/file-accidents.ts';
import type { Pop3Session } from '../session/pop3-session.ts';
import type { WantedMessage } from './drop-download.ts';
import { Heads } from './heads.ts';
import { type DropMessage, type Maildrop, readMaildrop } from './maildrop.ts';
import type { OwnNumbers } from './own-numbers.ts';
import { recognise } from './recognise.ts';
import { inbox } from './requirements.ts';
import { looksAtDates, selectMessages } from './select-messages.ts';

/** What the server has in this session, which of it is asked for, and what of that is not on disk. */
export interface DropSurvey {
  readonly drop: Maildrop;
  /** UIDs by the numbers of this session, of what is stored and of what is asked for. */
  readonly uids: ReadonlyMap<number, number>;
  /** Each with the UID that it has or gets. */
  readonly selected: readonly WantedMessage[];
  readonly wanted: readonly WantedMessage[];
  /** Stored messages that are no longer on the server. */
  readonly gone: number;
}

/**
 * Looks at the maildrop, recognises what is stored and brings the archive's notes up to it. Repeatable: after a break the
 * numbers of the session are others.
 * @param warn told of files that were found beside the journal
 */
export async function surveyDrop(
  session: Pop3Session,
  box: MailboxArchive,
  kind: MessageKind,
  selection: Selection,
  numbers: OwnNumbers,
  warn: (warning: Warning) => void,
): Promise<DropSurvey> {
  const drop = await readMaildrop(session);
  const heads = new Heads(session);
  const recognised = await recognise(box, drop.messages, heads);
  const { uids: stored } = recognised;
  adopt(box, recognised.impostors, warn);
  recognised.note();
  const onServer = new Set(stored.values());
  // What a server did not name although it has it is not gone.
  const gone = box.noteServerHas(uid => !drop.isWhole || onServer.has(uid));
  box.flush();
  const dated = (message: DropMessage) => {
    const uid = stored.get(message.number);
    const known = uid === undefined ? undefined : box.record(kind, uid)?.internalDate;
    return known ?? heads.of(message)?.arrived;
  };
  if (looksAtDates(selection)) {
    await heads.ask(drop.messages.filter(message => dated(message) === undefined));
  }
  const selected = selectMessages(drop.messages, selection, dated).map(message => ({
    ...message,
    uid: stored.get(message.number) ?? numbers.of(message),
  }));
  const uids = new Map([...stored, ...selected.map(({ number, uid }) => [number, uid] as const)]);
  const wanted = selected.filter(({ uid }) => !box.has(kind, uid));
  return { drop, uids, selected, wanted, gone };
}

/** Files that the journal does not know: their names say which messages they are, and the server's headers agree. */
function adopt(
  box: MailboxArchive,
  impostors: ReadonlySet<number>,
  warn: (warning: Warning) => void,
): void {
  if (box.adoption.count === 0) return;
  let taken = 0;
  for (const kind of box.kinds) {
    const uids = box.adoption.uids(kind);
    box.adoption.settle(kind, uids, impostors);
    taken += uids.filter(uid => !impostors.has(uid)).length;
  }
  warnOfAdopted(inbox.key, taken, impostors.size, warn);
}
