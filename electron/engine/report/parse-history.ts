import { type HistoryEntry, historyEntry } from '../../../shared/model/history.ts';

/**
 * The entries of a history, newest first by their place in the file: a clock may have been set back. What is no
 * entry is passed over, also one of a later version; of two lines on the same run or check the later counts.
 * @param lines oldest first
 */
export function parseHistory(lines: readonly string[]): HistoryEntry[] {
  const entries = new Map<string, HistoryEntry>();
  for (const line of lines) {
    const entry = parseLine(line);
    if (entry === undefined) continue;
    const key = `${entry.what} ${entry.startedAt}`;
    // To the end, where the later line stands.
    entries.delete(key);
    entries.set(key, entry);
  }
  return [...entries.values()].reverse();
}

function parseLine(line: string): HistoryEntry | undefined {
  try {
    return historyEntry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
