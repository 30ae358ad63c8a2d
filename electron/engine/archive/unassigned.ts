import { MailstowError } from '../errors.ts';
import { errorCode } from './disk-failure.ts';
import type { Layout, Unassigned } from './layout.ts';

/** What {@link Layout.unassigned} finds; nothing where a folder cannot be read, which its mailbox tells of. */
export function unassignedIn(layout: Layout): Unassigned[] {
  try {
    return layout.unassigned();
  } catch (error) {
    if (error instanceof MailstowError || errorCode(error) !== undefined) return [];
    throw error;
  }
}

/** @returns undefined where there are none */
export function unassignedWords(found: readonly Unassigned[]): string | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  const files = found.reduce((sum, each) => sum + each.files, 0);
  const others = found.length > 1 ? ` and ${found.length - 1} more` : '';
  const are = files === 1 ? '1 message file is' : `${files} message files are`;
  return `${are} kept under a shortened name (${first.component}${others}) whose folder on the server is not known yet; a run that archives the folder takes them up again`;
}
