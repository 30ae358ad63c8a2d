import type { ExitCodeName } from '../../../shared/model/exit-codes.ts';
import type { ValuesOf } from '../option-table.ts';
import type { Streams } from '../printer.ts';

/** What a command line has of its process. */
export interface ProcessSurroundings extends Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Streams['stdout'] & {
    readonly isTTY?: boolean;
    /** More was written than its reader has taken. */
    readonly writableNeedDrain?: boolean;
    once?(event: 'drain' | 'close', listener: () => void): unknown;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a sub-command has besides. */
export interface Surroundings extends ProcessSurroundings {
  /** Ends a run early; what is stored by then stays. */
  readonly signal: AbortSignal;
}

/** What was given on the command line. */
interface Given<Table> {
  readonly values: ValuesOf<Table>;
  /** As many as the command takes, none of them empty. */
  readonly operands: readonly string[];
}

/**
 * What a sub-command does.
 * @throws MailstowError of kind `arguments` for wrong use, and whatever else ends it early
 */
export type Action<Table> = (
  given: Given<Table>,
  surroundings: Surroundings,
) => Promise<ExitCodeName> | ExitCodeName;
