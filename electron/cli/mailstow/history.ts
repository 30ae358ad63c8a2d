import type { HistoryEntry } from '../../../shared/model/history.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { parseHistory } from '../../engine/report/parse-history.ts';
import { counted, moment, number, printable, size } from '../../engine/report/words.ts';
import type { Action } from './command.ts';
import { laterVersion } from './later-version.ts';
import type { historyOptions } from './option-tables.ts';

/** As many as fit into a terminal. */
const most = 20;

type Run = Extract<HistoryEntry, { what: 'run' }>;
type Check = Extract<HistoryEntry, { what: 'check' }>;

export const history: Action<typeof historyOptions> = (
  { values, operands },
  { stdout, stderr },
) => {
  const [folder = ''] = operands;
  const reader = new ArchiveReader(folder);
  if (reader.isOfLaterVersion) stderr.write(`Warning: ${laterVersion}.\n`);
  const all = parseHistory(reader.history());
  const shown = values.all ? all : all.slice(0, most);
  stdout.write(
    values.json ? `${JSON.stringify(shown, undefined, 2)}\n` : asText(shown, all.length),
  );
  return 'SUCCESS';
};

function asText(shown: readonly HistoryEntry[], all: number): string {
  if (all === 0) return 'No runs or checks are recorded yet.\n';
  const lines = shown.map(entry => {
    const seconds = Math.round((entry.finishedAt - entry.startedAt) / 1000);
    return printable(`${moment(entry.finishedAt)}: ${said(entry)}${took(seconds)}`);
  });
  const more = all - shown.length;
  if (more > 0) lines.push(`and ${number(more)} more; --all lists them`);
  return `${lines.join('\n')}\n`;
}

function said(entry: HistoryEntry): string {
  return entry.what === 'run' ? saidOfRun(entry) : saidOfCheck(entry);
}

/** A clock that was set back in between tells nothing. */
function took(seconds: number): string {
  if (seconds < 0) return '';
  return seconds < 120
    ? `; took ${number(seconds)} s`
    : `; took ${number(Math.round(seconds / 60))} min`;
}

function saidOfRun({ verdict, renamed, ended }: Run): string {
  const { state, stored, bytes, missing, unnamed, failed, notReached } = verdict;
  const facts = [
    stored > 0 ? `${counted(stored, 'new message')} (${size(bytes)})` : 'nothing new',
    renamed > 0 && `${counted(renamed, 'file')} renamed`,
    missing + unnamed > 0 && `${counted(missing + unnamed, 'message')} missing`,
    failed.mailboxes > 0 && `${counted(failed.mailboxes, 'folder')} could not be archived`,
    notReached.mailboxes > 0 && `${counted(notReached.mailboxes, 'folder')} not reached`,
  ].filter(fact => fact !== false);
  switch (state) {
    case 'complete':
      return `complete, ${facts.join(', ')}`;
    case 'incomplete':
      return `not complete, ${facts.join(', ')}`;
    case 'stopped':
      return `stopped by you, ${facts.join(', ')}`;
    case 'failed':
      return `did not finish, ${facts.join(', ')}. ${ended?.message ?? ''}`.trimEnd();
  }
}

function saidOfCheck({ state, result, ended }: Check): string {
  if (state === 'stopped') return 'check stopped by you';
  if (result === undefined) return `check did not finish. ${ended?.message ?? ''}`.trimEnd();
  const { files, bytes, missing, altered, server } = result;
  const damaged = missing + altered;
  const facts = [
    damaged === 0
      ? 'every file is as it was saved'
      : `${counted(missing, 'file')} missing, ${number(altered)} altered`,
    server !== undefined &&
      (server.lacking === 0
        ? `everything ${damaged === 0 ? '' : 'else '}on the server is archived`
        : `${counted(server.lacking, 'folder')} on the server ${server.lacking === 1 ? 'differs' : 'differ'}`),
  ].filter(fact => fact !== false);
  return `checked ${counted(files, 'file')} (${size(bytes)}), ${facts.join(', ')}`;
}
