import type { HistoryRow, Output } from '../../../shared/contract.ts';
import type { CheckEntry, HistoryEntry } from '../../../shared/model/history.ts';
import type { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { parseHistory } from '../../engine/report/parse-history.ts';
import { clipped } from '../clip.ts';

/** More than these nobody scrolls through; `mailstow history --all` lists them. */
const most = 5_000;

/** What the window shows of an archive's history. */
export function shownHistory(reader: ArchiveReader): Output<'archive.history'> {
  const entries = parseHistory(reader.history());
  const lastCheck = entries.find(
    (entry): entry is CheckEntry => entry.what === 'check' && entry.result !== undefined,
  );
  return {
    total: entries.length,
    rows: entries.slice(0, most).map(rowOf),
    ...(lastCheck !== undefined && { lastCheck: shownCheck(lastCheck) }),
  };
}

function rowOf(entry: HistoryEntry): HistoryRow {
  const { startedAt, finishedAt, ended } = entry;
  const common = { startedAt, finishedAt, ...(ended !== undefined && { failure: clipped(ended) }) };
  if (entry.what === 'run') {
    const { state, stored, bytes, missing, unnamed, failed, notReached } = entry.verdict;
    const folders = failed.mailboxes + notReached.mailboxes;
    return { what: 'run', ...common, state, stored, bytes, missing: missing + unnamed, folders };
  }
  const { state, result } = entry;
  return {
    what: 'check',
    ...common,
    state,
    files: result?.files ?? 0,
    bytes: result?.bytes ?? 0,
    damaged: (result?.missing ?? 0) + (result?.altered ?? 0),
    withServer: result?.server !== undefined,
  };
}

/** A check that came to its end. */
function shownCheck({ startedAt, finishedAt, state, result }: CheckEntry) {
  return { startedAt, finishedAt, state, ...(result !== undefined && { result }) };
}
