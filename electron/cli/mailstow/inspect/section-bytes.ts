import type { Literal, LiteralSink, LiteralStore } from '../../../engine/wire/frame.ts';
import type { Surroundings } from '../command.ts';
import { largestShown } from './fetched-json.ts';

/** Where sections go that do not come whole in one piece: into memory, or, if large, to where they are wanted. */
export class SectionBytes implements LiteralStore {
  readonly #large: () => LiteralSink;

  /** @param stdout where every byte of the sections goes, and nothing else; absent: large ones are only counted */
  constructor(stdout?: Surroundings['stdout']) {
    this.#large = () => (stdout === undefined ? new Passed() : new Printed(stdout));
  }

  open(size: number): Buffer | LiteralSink {
    return size > largestShown ? this.#large() : Buffer.allocUnsafe(size);
  }
}

/** Takes bytes that nobody wants. */
class Passed implements LiteralSink {
  write(): void {}
  end(): void {}
  abort(): void {}
}

class Printed implements LiteralSink {
  readonly #stdout: Surroundings['stdout'];

  constructor(stdout: Surroundings['stdout']) {
    this.#stdout = stdout;
  }

  write(chunk: Buffer): void {
    // The chunk's memory is used again behind this call.
    this.#stdout.write(Buffer.from(chunk));
  }

  end(): void {}
  abort(): void {}
}

/** Prints the bytes that {@link SectionBytes} has not printed while they came. */
export function printBytes(data: Literal | null, stdout: Surroundings['stdout']): void {
  if (data?.kind === 'memory') stdout.write(Buffer.from(data.bytes));
}

/** Until what was printed has been taken, no more is read. */
export function roomIn(stdout: Surroundings['stdout']): Promise<void> | undefined {
  if (stdout.writableNeedDrain !== true) return undefined;
  return new Promise(resolve => {
    stdout.once?.('drain', resolve);
    stdout.once?.('close', resolve);
  });
}
