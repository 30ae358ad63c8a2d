import { join } from 'node:path';
import type { ExitCodeName } from '../../../shared/model/exit-codes.ts';
import { version } from '../../../shared/version.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { readHead } from '../../engine/archive/disk/read-head.ts';
import type { MailboxReader } from '../../engine/archive/mailbox-reader.ts';
import { type MailboxVerdict, verifyMailbox } from '../../engine/archive/verify.ts';
import { MailstowError } from '../../engine/errors.ts';
import { counted, number, printable, size } from '../../engine/report/words.ts';
import { type Comparison, compareWithServer } from '../../engine/run/compare-with-server.ts';
import { knownFrom } from '../../engine/run/survey/known-messages.ts';
import { filled, readPatience, wrong } from '../argument-values.ts';
import { Printer } from '../printer.ts';
import { withLog } from '../with-log.ts';
import { withTrace } from '../with-trace.ts';
import { credentialsOf, serverOf } from './account-options.ts';
import type { Action, Surroundings } from './command.ts';
import { comparisonLines, differs } from './comparison-lines.ts';
import { laterVersion } from './later-version.ts';
import type { verifyOptions } from './option-tables.ts';

/** Often enough to see that it goes on, seldom enough for a log; milliseconds. */
const betweenLines = 2000;

interface Checked extends MailboxVerdict {
  readonly quarantined: number;
}

export const verify: Action<typeof verifyOptions> = async ({ values, operands }, surroundings) => {
  const [folder = ''] = operands;
  const { json = false, quiet = false, log: file, trace, ...account } = values;
  const reader = new ArchiveReader(folder);
  if (account.server === undefined && (trace !== undefined || Object.keys(account).length > 0)) {
    throw wrong('--server is missing', 'Name the server, or leave out the options that need one.');
  }
  const access =
    account.server === undefined
      ? undefined
      : {
          server: serverOf(account),
          patience: readPatience(account.patience),
          find: credentialsOf(account),
        };
  const isSilent = json || quiet;
  if (reader.holder !== undefined && !isSilent) {
    surroundings.stderr.write('A run is using this folder; what it saves now may be left out.\n');
  }
  const printer = new Printer(surroundings, { json: false, quiet: isSilent });
  if (reader.isOfLaterVersion) printer.warning(laterVersion);
  const { checked, compared } = await withLog(file, async log => {
    log.info(`Mailstow ${version} verifies ${reader.folder}`);
    const credentials = await access?.find(surroundings, text => printer.warning(text));
    if (credentials !== undefined) log.hide(credentials.user, credentials.password);
    const checked = await checkFiles(reader, surroundings, isSilent);
    const compare = async () =>
      access === undefined || credentials === undefined
        ? undefined
        : compareWithServer(
            { server: access.server, patience: access.patience, credentials },
            storedMailboxes(reader),
            reader.names,
            event => printer.event(event),
            surroundings.signal,
          );
    const compared = await withTrace(filled(trace, '--trace'), compare);
    log.info(report(checked, compared));
    return { checked, compared };
  });
  if (json) surroundings.stdout.write(`${JSON.stringify({ files: checked, server: compared })}\n`);
  else surroundings.stdout.write(report(checked, compared));
  return outcome(checked, compared);
};

async function checkFiles(
  reader: ArchiveReader,
  { stderr, signal }: Surroundings,
  isSilent: boolean,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  let files = 0;
  let total = 0;
  let told = performance.now();
  for (const mailbox of reader.mailboxes()) {
    const verdict = await verifyMailbox(reader.folder, mailbox, (readFiles, bytes) => {
      if (signal.aborted) throw stopped();
      files += readFiles;
      total += bytes;
      if (isSilent || performance.now() - told < betweenLines) return;
      told = performance.now();
      const sum = `${counted(files, 'file')}, ${size(total)}`;
      stderr.write(`Reading ${printable(mailbox.name)}: ${sum} so far\n`);
    });
    checked.push({ ...verdict, quarantined: mailbox.quarantined.size });
  }
  return checked;
}

function* storedMailboxes(reader: ArchiveReader) {
  for (const mailbox of reader.mailboxes()) {
    const { name, uidValidity } = mailbox;
    yield {
      mailbox: name,
      uidValidity,
      uids: uidsOf(mailbox),
      messages: messagesOf(mailbox),
      headOf: (uid: number) => headOf(reader.folder, mailbox, uid),
    };
  }
}

/** Each once, whole rather than as headers. */
function* messagesOf(mailbox: MailboxReader) {
  const seen = new Set<number>();
  for (const kind of mailbox.kinds) {
    for (const uid of mailbox.uids(kind)) {
      const message = mailbox.record(kind, uid);
      if (message === undefined || seen.has(uid)) continue;
      seen.add(uid);
      yield knownFrom({ kind, message });
    }
  }
}

/** Bytes that hold any ordinary header. */
const headBytes = 64 * 1024;

function headOf(folder: string, mailbox: MailboxReader, uid: number): Buffer {
  const kind = mailbox.kinds.find(each => mailbox.record(each, uid) !== undefined);
  const path = kind && mailbox.record(kind, uid)?.path;
  return path === undefined
    ? Buffer.alloc(0)
    : readHead(join(folder, path), Buffer.alloc(headBytes));
}

function uidsOf(mailbox: MailboxReader): number[] {
  const uids = new Set(mailbox.links.keys());
  for (const kind of mailbox.kinds) for (const uid of mailbox.uids(kind)) uids.add(uid);
  return [...uids].sort((a, b) => a - b);
}

function report(checked: readonly Checked[], compared: readonly Comparison[] | undefined): string {
  const lines: string[] = [];
  for (const { mailbox, ok, missing, altered, unhashed, quarantined } of checked) {
    const counts = [
      `${number(ok)} as saved`,
      `${number(missing.length)} missing`,
      `${number(altered.length)} altered`,
      ...(unhashed === 0 ? [] : [`${number(unhashed)} without a checksum`]),
      ...(quarantined === 0 ? [] : [`${number(quarantined)} could not be saved`]),
    ];
    lines.push(`${printable(mailbox)}: ${counts.join(', ')}`);
    for (const { path } of missing) lines.push(`  missing: ${printable(path)}`);
    for (const { path } of altered) lines.push(`  altered: ${printable(path)}`);
  }
  const damaged = damagedFiles(checked);
  lines.push(
    damaged === 0
      ? 'Every file is as it was saved.'
      : `${counted(damaged, 'file')} missing or altered. 'mailstow archive' downloads missing files again; delete an altered file to download it again too.`,
  );
  if (compared !== undefined) lines.push('', ...comparisonLines(compared));
  return `${lines.join('\n')}\n`;
}

function damagedFiles(checked: readonly Checked[]): number {
  return checked.reduce((sum, each) => sum + each.missing.length + each.altered.length, 0);
}

function outcome(
  checked: readonly Checked[],
  compared: readonly Comparison[] | undefined,
): ExitCodeName {
  const isSound = damagedFiles(checked) === 0 && !(compared ?? []).some(differs);
  return isSound ? 'SUCCESS' : 'FETCH_EMAIL_FAILED';
}

function stopped(): MailstowError {
  return new MailstowError('verification-stopped');
}
