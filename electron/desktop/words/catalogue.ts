import type { Failure } from '../../../shared/contract.ts';

/** What the desktop itself says: menus, dialogs of the system, notifications. */
export interface Words {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly window: string;
  readonly help: string;
  readonly about: string;
  readonly showLog: string;
  readonly copyReport: string;
  readonly settings: string;
  readonly accounts: string;
  readonly library: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly quit: string;
  readonly close: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly copyAddress: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly minimise: string;
  readonly zoom: string;
  readonly bringAllToFront: string;

  readonly cancel: string;
  readonly openLink: string;
  linkLeadsTo(destination: string): string;
  readonly chooseFolder: string;
  readonly folderMessage: string;
  readonly chooseFile: string;
  readonly certificateFileMessage: string;
  readonly certificateFolderMessage: string;
  readonly certificates: string;
  readonly allFiles: string;
  readonly dangerousFile: (name: string) => string;
  readonly dangerousDetail: string;
  readonly saveInstead: string;

  readonly runGoesOn: string;
  readonly runGoesOnDetail: string;
  readonly inBackground: string;
  readonly stopAndQuit: string;
  readonly pageStopped: string;
  readonly pageStoppedDetail: string;
  readonly showAgain: string;

  readonly archived: string;
  /** @param messages how many were stored by this run */
  newMessages(messages: number): string;
  readonly notFinished: string;
  readonly incomplete: string;
  /** Some of it is not archived. */
  readonly seeReport: string;
  /** What happened. */
  failed(failure: Pick<Failure, 'kind' | 'message' | 'nextStep'>): string;

  readonly hasToStop: string;
  readonly allKept: string;
}
