import { join } from 'node:path';
import type { StoredMessage } from '../archive/journal/message-table.ts';
import type { MessageKind } from '../archive/layout/kind.ts';
import type { MailboxLayout } from '../archive/layout/layout.ts';
import { MailstowError } from '../errors.ts';
import { withMessage } from '../mail/message-file.ts';
import { type Summary, summarise } from '../mail/summary.ts';

/** The file of a message, relative to the archive. */
export function filePath(
  layout: MailboxLayout,
  kind: MessageKind,
  { uid, name }: Pick<StoredMessage, 'uid' | 'name'>,
): string {
  return join(layout.folder, name ?? layout.nameOf(kind, uid, {}));
}

/** What is listed of a message whose file says nothing. */
export const unreadable: Summary = {
  ...{ sender: '', author: '', recipients: '', subject: '', date: undefined, attachments: 0 },
  ...{ own: undefined, answered: [] },
};

/** @returns undefined where the file is not there (any more) */
export async function summaryOf(path: string, headersOnly: boolean): Promise<Summary | undefined> {
  try {
    return await withMessage(path, file => summarise(file, headersOnly));
  } catch (error) {
    if (error instanceof MailstowError) return undefined;
    // A message that cannot be read is listed all the same: its file is there.
    return unreadable;
  }
}
