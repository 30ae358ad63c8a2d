import type { ExitCodeName } from '../../../shared/model/exit-codes.ts';
import type { Streams } from '../printer.ts';

/** What a sub-command has of its process. */
export interface Surroundings extends Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends a run early; what is stored by then stays. */
  readonly signal: AbortSignal;
}

/** One sub-command of `mailstow`. */
export interface Command {
  /** What `--help` prints, and what wrong use prints on stderr. */
  readonly usage: string;
  /**
   * @param argv what stands behind the sub-command
   * @throws MailstowError of kind `arguments` for wrong use, and whatever else ends it early
   */
  run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCodeName>;
}
