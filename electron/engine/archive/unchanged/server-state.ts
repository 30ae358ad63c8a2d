import { readSpare, writeUnlessSame } from '../disk/cache-file.ts';

/** What the server said of a mailbox when it was last looked at, so that the next look can ask for the difference. */
export interface ServerState {
  readonly uidValidity: number;
  readonly uidNext: number;
  /** Messages in the mailbox. */
  readonly messages: number;
  /** Absent where the server does not count changes (no CONDSTORE). */
  readonly highestModseq?: bigint;
  /** The UIDs of all its messages, as inclusive ranges in ascending order. */
  readonly uids: readonly (readonly [number, number])[];
}

/** @returns undefined where there is none */
export function readServerState(path: string): ServerState | undefined {
  const state = readSpare(path, isState);
  return state && fromFile(state);
}

/** Writes nothing where the same is there already: in most mailboxes most runs find nothing new. */
export function writeServerState(path: string, state: ServerState): void {
  const { highestModseq, ...rest } = state;
  const modseq = highestModseq === undefined ? {} : { highestModseq: String(highestModseq) };
  const text = `${JSON.stringify({ ...rest, ...modseq })}\n`;
  writeUnlessSame(path, text);
}

type StateOnDisk = Omit<ServerState, 'highestModseq'> & { readonly highestModseq?: string };

function fromFile({ highestModseq, ...rest }: StateOnDisk): ServerState {
  return { ...rest, ...(highestModseq !== undefined && { highestModseq: BigInt(highestModseq) }) };
}

function isState(value: unknown): value is StateOnDisk {
  if (typeof value !== 'object' || value === null) return false;
  const state: Partial<Record<keyof StateOnDisk, unknown>> = value;
  const { uidValidity, uidNext, messages, highestModseq, uids } = state;
  return (
    [uidValidity, uidNext, messages].every(isCount) &&
    (highestModseq === undefined ||
      (typeof highestModseq === 'string' && /^\d{1,19}$/.test(highestModseq))) &&
    Array.isArray(uids) &&
    uids.every(range => Array.isArray(range) && range.length === 2 && range.every(isCount))
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
