import type { Failure } from '../../../shared/model/failure.ts';
import type { OtherReason, Selection } from '../../../shared/model/mailbox.ts';
import type { MailboxSum, Period } from '../../../shared/model/verdict.ts';

/** Everything that a report says in one language, but for names and what servers say. */
export interface ReportWords {
  /** As BCP 47 says it. */
  readonly language: string;
  number(value: number): string;
  /** @param milliseconds since 1970 UTC */
  moment(milliseconds: number): string;

  readonly heading: string;
  readonly complete: string;
  readonly incomplete: string;
  readonly unfinished: string;
  /** @param title one of the three above */
  pageTitle(title: string, user: string, host: string): string;

  readonly nothingAsked: string;
  allArchived(messages: number, folders: number): string;
  /** What this run brought. */
  news(messages: number, bytes: number, period: Period | undefined): string;
  readonly noFolderFinished: string;
  finished(folders: number, archived: number, selected: number): string;
  endedEarly(message: string): string;
  /** A person ended the run. */
  stopped(archived: number, selected: number): string;
  missing(messages: number): string;
  /** Messages that the server counts and does not name. */
  unnamed(messages: number): string;
  failed(folders: number): string;
  notFinished(folders: number): string;
  /** What was asked for where that is not simply everything; '' where it is. */
  selection(selection: Selection): string;
  /** Goes on after the sentence about the selection. */
  leftOut(messages: number): string;
  foldersLeftOut(folders: MailboxSum): string;
  /** Of other users and shared. */
  foldersShared(folders: MailboxSum): string;
  /** Archived before and no longer on the server. */
  foldersKept(folders: MailboxSum): string;

  readonly account: string;
  accountOn(user: string, host: string): string;
  readonly archive: string;
  readonly started: string;
  readonly ended: string;
  readonly thisRun: string;
  written(files: number, bytes: number, renamed: number): string;
  readonly madeBy: string;

  readonly folderByFolder: string;
  readonly folder: string;
  readonly onServer: string;
  readonly excluded: string;
  readonly selected: string;
  readonly archived: string;
  readonly lacking: string;
  readonly gone: string;
  folders(count: number): string;
  notNamed(messages: number): string;
  elsewhere(messages: number): string;
  readonly countsNote: string;
  readonly details: string;

  readonly notReached: string;
  readonly notReachedNote: string;

  readonly otherFolders: string;
  otherFolder(reason: OtherReason, messages: number | undefined): string;
  /** Stands for the name of a folder that has none. */
  readonly withoutName: string;

  readonly toKnow: string;
  readonly wentWrong: string;
  readonly theAccount: string;
  message(uid: number): string;
  /** Before the path of what the server sent. */
  readonly keptIn: string;
  /** Before the server's own words. */
  readonly serverWords: string;
  /** Before the name of the kind. */
  readonly kind: string;
  /**
   * What happened and what to do.
   * @returns `original`: the engine's own sentences, where those of this language are less exact
   */
  failure(failure: Failure): {
    readonly message: string;
    readonly nextStep: string;
    readonly original?: string;
  };
}
