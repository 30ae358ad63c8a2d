import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { warningOfRefused } from '../../engine/archive/index/saved-index.ts';
import { warningOfUnassigned } from '../../engine/archive/layout/unassigned.ts';
import type { StoredCounts } from '../../engine/archive/mailbox-reader.ts';
import { parseReport } from '../../engine/report/parse-report.ts';
import { verdict } from '../../engine/report/verdict.ts';
import { counted, moment, number, printable, size } from '../../engine/report/words.ts';
import type { Action } from './command.ts';
import { laterVersion } from './later-version.ts';
import type { statusOptions } from './option-tables.ts';

export const status: Action<typeof statusOptions> = ({ values, operands }, { stdout, stderr }) => {
  const [folder = ''] = operands;
  const reader = new ArchiveReader(folder);
  if (reader.isOfLaterVersion) stderr.write(`Warning: ${laterVersion}.\n`);
  const found = look(reader);
  stdout.write(values.json ? `${JSON.stringify(found, undefined, 2)}\n` : asText(found));
  return 'SUCCESS';
};

interface MailboxStatus extends StoredCounts {
  readonly mailbox: string;
  readonly uidValidity: number | null;
}

type Status = ReturnType<typeof look>;

function look(reader: ArchiveReader) {
  const { folder, format, account, holder } = reader;
  const mailboxes: MailboxStatus[] = [];
  const notStored: { mailbox: string; uid: number; reason: string; path: string | null }[] = [];
  for (const stored of reader.mailboxes()) {
    const { name: mailbox, uidValidity } = stored;
    mailboxes.push({ mailbox, uidValidity: uidValidity ?? null, ...stored.counts() });
    for (const [uid, { reason, path }] of stored.quarantined) {
      notStored.push({ mailbox, uid, reason, path });
    }
  }
  return {
    folder,
    account: account ?? null,
    layout: format.layout,
    heldBy:
      holder === undefined ? null : { pid: holder.pid, host: holder.host, since: holder.since },
    lastRun: runOf(reader.report('last')),
    lastGoodRun: runOf(reader.report('last-good')),
    mailboxes,
    notStored,
    unassigned: reader.unassigned(),
    refusedRows: reader.refusedRows,
  };
}

function runOf(json: string | undefined) {
  const report = parseReport(json ?? '');
  if (report === undefined) return null;
  const { finishedAt, complete, stored, storedBytes, problems, ended } = report;
  const { title, sentences } = verdict(report);
  return {
    finishedAt,
    complete,
    title,
    sentences,
    stored,
    storedBytes,
    problems,
    ended: ended ?? null,
  };
}

function asText(found: Status): string {
  const { folder, account, layout, heldBy, lastRun, lastGoodRun, mailboxes, notStored } = found;
  const unassigned = warningOfUnassigned(found.unassigned);
  const lines = [
    `Archive        ${printable(folder)} (layout ${layout})`,
    `Account        ${account === null ? 'not recorded' : printable(`${account.user} on ${account.host}`)}`,
    `Last run       ${lastRun === null ? 'none recorded' : `${moment(lastRun.finishedAt)}: ${lastRun.title.toLowerCase()}`}`,
    `Last good run  ${lastGoodRun === null ? 'none yet' : moment(lastGoodRun.finishedAt)}`,
    `In use         ${heldBy === null ? 'no' : printable(`by process ${heldBy.pid} on ${heldBy.host} since ${heldBy.since}`)}`,
    '',
    ...mailboxes.map(mailboxLine),
    together(mailboxes),
  ];
  if (unassigned !== undefined) lines.push(printable(`Not assigned: ${unassigned.message}`));
  const refused = warningOfRefused(found.refusedRows);
  if (refused !== undefined) lines.push(refused.message);
  if (lastRun !== null && !lastRun.complete) {
    lines.push('', 'The last run:', ...lastRun.sentences.map(sentence => `  ${sentence}`));
  }
  if (notStored.length > 0) {
    lines.push('', 'Messages that could not be saved:');
    for (const { mailbox, uid, reason, path } of notStored) {
      const kept = path === null ? '' : ` What the server sent is saved in ${path}.`;
      lines.push(printable(`  ${mailbox}, message ${uid}: ${reason}${kept}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

function mailboxLine({ mailbox, files, bytes, ...counts }: MailboxStatus): string {
  const remarks = [
    [counts.elsewhere, 'saved in another folder'],
    [counts.gone, 'no longer on the server'],
    [counts.missing, 'missing on disk'],
    [counts.damaged, 'not as they were saved'],
    [counts.quarantined, 'could not be saved'],
  ] as const;
  const said = remarks
    .filter(([value]) => value > 0)
    .map(([value, words]) => `, ${number(value)} ${words}`);
  return `${printable(mailbox)}: ${counted(files, 'file')}, ${size(bytes)}${said.join('')}`;
}

function together(mailboxes: readonly MailboxStatus[]): string {
  const files = mailboxes.reduce((sum, each) => sum + each.files, 0);
  const bytes = mailboxes.reduce((sum, each) => sum + each.bytes, 0);
  const folders = counted(mailboxes.length, 'folder');
  return `Total: ${counted(files, 'file')} in ${folders}, ${size(bytes)}`;
}
