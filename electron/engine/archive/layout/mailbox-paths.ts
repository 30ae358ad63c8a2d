import { join } from 'node:path';
import type { MailboxLayout } from './layout.ts';

/** Where everything of one mailbox is; absolute paths. */
export interface MailboxPlace {
  readonly archive: string;
  readonly layout: MailboxLayout;
  /** Where its message files are. */
  readonly folder: string;
  readonly journal: string;
  readonly plan: string;
  /** Which files a plan brings back. */
  readonly moves: string;
  readonly serverState: string;
  readonly seal: string;
  readonly incoming: string;
  readonly superseded: string;
  readonly quarantine: string;
  /** Unlike that of any other mailbox that is open. */
  readonly label: string;
}

/** Folders that every archive has inside its own folder. */
export const ownFolders = ['journal', 'remap', 'incoming', 'quarantine', 'superseded'] as const;

/** Folders in there that are made when they are needed: what is in them can be made again. */
export const spareFolders = ['server', 'seals'] as const;

/**
 * @param own the archive's own folder, absolute
 * @param component the mailbox's name as one safe component
 * @param label unlike that of any other mailbox that is open
 */
export function placeMailbox(
  archive: string,
  own: string,
  component: string,
  layout: MailboxLayout,
  label: string,
): MailboxPlace {
  return {
    archive,
    layout,
    folder: join(archive, layout.folder),
    journal: join(own, 'journal', `${component}.jsonl`),
    plan: join(own, 'remap', `${component}.json`),
    moves: movesBeside(join(own, 'remap', `${component}.json`)),
    serverState: join(own, 'server', `${component}.json`),
    seal: join(own, 'seals', `${component}.json`),
    incoming: join(own, 'incoming'),
    superseded: join(own, 'superseded', component),
    quarantine: join(own, 'quarantine', component),
    label,
  };
}

/** Where the moves of a plan are. */
export function movesBeside(plan: string): string {
  return `${plan}l`;
}
