import type { Connection } from './connection.ts';
import { formatSequenceSet } from './sequence-set.ts';

/** Tells a client of a message in its mailbox that has other flags now. */
export function announceFlags({ selected, output }: Connection, uid: number): void {
  const at = selected?.uids.indexOf(uid) ?? -1;
  if (selected === undefined || at < 0) return;
  const flags = selected.mailbox.flags(uid).join(' ');
  output.queue(`* ${at + 1} FETCH (UID ${uid} FLAGS (${flags}))\r\n`);
}

/** Tells a client what others changed in its mailbox: EXPUNGE or VANISHED, then EXISTS. */
export function announceChanges(connection: Connection): void {
  const view = connection.selected;
  if (view === undefined || view.uids === view.mailbox.uids) return;
  const now = view.mailbox.uids;
  const present = new Set(now);
  const gone = view.uids.filter(uid => !present.has(uid));
  if (connection.enabled.has('QRESYNC')) {
    if (gone.length > 0) connection.output.queue(`* VANISHED ${formatSequenceSet(gone)}\r\n`);
  } else {
    view.uids.forEach((uid, index) => {
      if (!present.has(uid))
        connection.output.queue(`* ${index + 1 - gone.indexOf(uid)} EXPUNGE\r\n`);
    });
  }
  if (now.length > view.uids.length - gone.length)
    connection.output.queue(`* ${now.length} EXISTS\r\n`);
  view.uids = now;
}
