import type { Selection } from '../../../shared/model/mailbox.ts';
import type { LayoutName, MailboxChoice, RunRequest } from '../../../shared/model/run.ts';
import { readFormat } from '../../engine/archive/layout/archive-format.ts';
import {
  filled,
  readConnections,
  readExtension,
  readLayout,
  readPatience,
  wrong,
} from '../argument-values.ts';
import { serverOf } from './account-options.ts';
import { readCount, readDate, readSize } from './limits.ts';
import type { ArchiveValues } from './option-tables.ts';

/**
 * @param now milliseconds since 1970 UTC, for `--older-than`
 * @throws MailstowError of kind `arguments`, naming the option
 */
export function requestOf(values: ArchiveValues, now: number): Omit<RunRequest, 'credentials'> {
  const server = serverOf(values);
  const folder = filled(values.folder, '--folder');
  if (folder === undefined) {
    throw wrong('--folder is missing', 'Name the folder to keep the mail in.');
  }
  const selection = selectionOf(values, now);
  const deleteAfter = readDeleteAfter(values, selection);
  return {
    server,
    mailboxes: choiceOf(values),
    selection,
    folder,
    ...formatOf(values, folder),
    purge: values.purge ?? false,
    separate: values.separate ?? false,
    overrideAccount: values['override-account'] ?? false,
    sharedFolder: values['shared-folder'] ?? false,
    connections: readConnections(values.connections),
    patience: readPatience(values.patience),
    ...(values.index && { index: true }),
    ...(values['label-folders'] && { labelFolders: true }),
    ...(deleteAfter !== undefined && { deleteAfter }),
  };
}

/** @returns days; undefined where nothing is to be deleted, ever */
function readDeleteAfter(values: ArchiveValues, { headersOnly }: Selection): number | undefined {
  const days = readCount(values['delete-after'], '--delete-after', 'days');
  if (days === undefined) return undefined;
  if (values.protocol !== 'pop3') {
    throw wrong(
      '--delete-after works only with --protocol pop3',
      'Leave it out: archiving by IMAP never changes anything on the server.',
    );
  }
  if (headersOnly) {
    throw wrong(
      '--delete-after and --headers-only cannot be used together',
      'Only whole messages are deleted on the server once they are archived.',
    );
  }
  return days;
}

function choiceOf(values: ArchiveValues): MailboxChoice {
  const { mailbox, include, exclude, shared } = values;
  for (const pattern of [...(mailbox ?? []), ...(include ?? []), ...(exclude ?? [])]) {
    filled(pattern, '--mailbox, --include or --exclude');
  }
  if (mailbox !== undefined) {
    const { 'with-junk': withJunk, 'with-trash': withTrash } = values;
    if ((include ?? exclude ?? shared ?? withJunk ?? withTrash) === undefined) return mailbox;
    throw wrong(
      '--mailbox cannot be used together with --include, --exclude, --shared, --with-junk or --with-trash',
      'Use names or patterns.',
    );
  }
  if (values.protocol === 'pop3') {
    for (const option of ['with-junk', 'with-trash'] as const) {
      if (values[option]) {
        throw wrong(`--${option} does nothing by POP3, which has only the inbox`, 'Leave it out.');
      }
    }
  }
  return {
    // A person who says what to take gets just that.
    ...(include === undefined ? { excludeNewUses: leftOutUses(values) } : { include }),
    ...(exclude === undefined ? {} : { exclude }),
    includeShared: shared ?? false,
  };
}

/** What hardly anybody wants to keep for good. */
function leftOutUses(values: ArchiveValues): string[] {
  return [...(values['with-junk'] ? [] : ['\\Junk']), ...(values['with-trash'] ? [] : ['\\Trash'])];
}

function selectionOf(values: ArchiveValues, now: number): Selection {
  const since = readDate(values.since, '--since');
  const olderThan = readCount(values['older-than'], '--older-than', 'days');
  if (olderThan !== undefined && values.before !== undefined) {
    throw wrong('--older-than and --before cannot be used together', 'Use one of them.');
  }
  const before =
    olderThan === undefined ? readDate(values.before, '--before') : daysBefore(now, olderThan);
  if (since !== undefined && before !== undefined && since >= before) {
    throw wrong('No day matches both --since and the other limit', 'Correct one of them.');
  }
  const larger = readSize(values.larger, '--larger');
  const smaller = readSize(values.smaller, '--smaller');
  return {
    headersOnly: values['headers-only'] ?? false,
    unseenOnly: values['unread-only'] ?? false,
    ...(since === undefined ? {} : { receivedSince: since }),
    ...(before === undefined ? {} : { receivedBefore: before }),
    ...(larger === undefined ? {} : { largerThan: larger }),
    ...(smaller === undefined ? {} : { smallerThan: smaller }),
  };
}

const day = 24 * 60 * 60 * 1000;

/** The midnight UTC of the day that many days ago. */
function daysBefore(now: number, days: number): number {
  return Math.floor(now / day) * day - days * day;
}

/** A folder goes on as it was begun: in another layout every message would be fetched a second time. */
function formatOf(
  { layout, extension }: ArchiveValues,
  folder: string,
): { layout: LayoutName; extension: string } {
  const wanted = readLayout(layout);
  const present = readFormat(folder);
  if (present === undefined) {
    const chosen = wanted ?? 'folders';
    return { layout: chosen, extension: readExtension(extension, chosen) };
  }
  if (wanted !== undefined && wanted !== present.layout) {
    throw wrong(
      `${folder} has the layout ${present.layout}; in the layout ${wanted} every message would be saved a second time`,
      'Leave out --layout, or choose another folder.',
    );
  }
  if (extension !== undefined && extension !== present.extension) {
    throw wrong(
      `The files in ${folder} end in ${present.extension}`,
      'Leave out --extension, or choose another folder.',
    );
  }
  return present;
}

/** Said before anything is asked of the server. */
export function deletionWords(days: number): string {
  const many = days === 1 ? '1 day' : `${days} days`;
  return `--delete-after ${days}: messages are DELETED ON THE SERVER ${many} after they were archived, once their files were read again and found whole in two runs at least 24 hours apart`;
}
