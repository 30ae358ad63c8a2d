import type { ExitCodeName } from '../../../shared/model/exit-codes.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import { version } from '../../../shared/version.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { compareByProtocol } from '../../engine/compare-by-protocol.ts';
import { counted, number, printable, size } from '../../engine/report/words.ts';
import {
  type CheckedMailbox,
  type CheckOptions,
  checkArchive,
} from '../../engine/run/check/check-archive.ts';
import type { Comparison } from '../../engine/run/check/compare-with-server.ts';
import { filled, readPatience, wrong } from '../argument-values.ts';
import { Printer } from '../printer.ts';
import { withLog } from '../with-log.ts';
import { withTrace } from '../with-trace.ts';
import { serverOf } from './account-options.ts';
import type { Action, Surroundings } from './command.ts';
import { comparisonLines, differs } from './comparison-lines.ts';
import { credentialsOf } from './credentials-of.ts';
import { explained, explaining } from './explained.ts';
import { laterVersion } from './later-version.ts';
import type { verifyOptions } from './option-tables.ts';

/** Often enough to see that it goes on, seldom enough for a log; milliseconds. */
const betweenLines = 2000;

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
  const { files, server, notKept } = await withLog(file, async log => {
    log.info(`Mailstow ${version} verifies ${reader.folder}`);
    const warn = (text: string) => printer.warning(text);
    const hide = (user: string, token: string) => log.hide(user, token);
    const given = await access?.find(surroundings, warn, hide);
    const credentials = given?.credentials;
    if (credentials !== undefined && 'password' in credentials) {
      log.hide(credentials.user, credentials.password);
    }
    const check = () =>
      checkArchive(reader, {
        access: access && credentials && { ...access, credentials },
        compare: compareByProtocol,
        leftOut: [],
        onFiles: isSilent ? () => undefined : tellProgress(surroundings),
        onComparing: () => undefined,
        onEvent: event => printer.event(explained(event, given)),
        signal: surroundings.signal,
      });
    const found = await explaining(given, () => withTrace(filled(trace, '--trace'), check));
    log.info(report(found.files, found.server));
    return found;
  });
  if (notKept !== undefined) printer.warning(notInHistory(notKept));
  if (json) surroundings.stdout.write(`${JSON.stringify({ files, server })}\n`);
  else surroundings.stdout.write(report(files, server));
  return outcome(files, server);
};

function tellProgress({ stderr }: Surroundings): CheckOptions['onFiles'] {
  let files = 0;
  let total = 0;
  let told = performance.now();
  return (mailbox, readFiles, bytes) => {
    files += readFiles;
    total += bytes;
    if (performance.now() - told < betweenLines) return;
    told = performance.now();
    const sum = `${counted(files, 'file')}, ${size(total)}`;
    stderr.write(`Reading ${printable(mailbox)}: ${sum} so far\n`);
  };
}

function notInHistory({ message }: Failure): string {
  return `This check is not in the archive's history: ${message}`;
}

function report(
  checked: readonly CheckedMailbox[],
  compared: readonly Comparison[] | undefined,
): string {
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
  const mends = checked.every(({ altered, isNoted }) => altered.length === 0 || isNoted);
  const next = mends
    ? "'mailstow archive' downloads them again if the server still has them."
    : "'mailstow archive' downloads missing files again; delete an altered file to download it again too.";
  lines.push(
    damaged === 0
      ? 'Every file is as it was saved.'
      : `${counted(damaged, 'file')} missing or altered. ${next}`,
  );
  if (compared !== undefined) lines.push('', ...comparisonLines(compared));
  return `${lines.join('\n')}\n`;
}

function damagedFiles(checked: readonly CheckedMailbox[]): number {
  return checked.reduce((sum, each) => sum + each.missing.length + each.altered.length, 0);
}

function outcome(
  checked: readonly CheckedMailbox[],
  compared: readonly Comparison[] | undefined,
): ExitCodeName {
  const isSound = damagedFiles(checked) === 0 && !(compared ?? []).some(differs);
  return isSound ? 'SUCCESS' : 'FETCH_EMAIL_FAILED';
}
