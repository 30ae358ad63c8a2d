import { monitorEventLoopDelay } from 'node:perf_hooks';
import { AttachmentReader } from '../../../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../../../electron/engine/search/attachments/node-door.ts';
import type { ReaderDoor } from '../../../../electron/engine/search/attachments/reader-door.ts';
import { type HostileFile, hostileFiles } from '../../../fixtures/search/hostile/hostile-files.ts';

export interface HostileOptions {
  readonly count: number;
  readonly seed: number;
  /** Of the largest, from 0 to 1. */
  readonly size: number;
  /** Milliseconds that a file may take. */
  readonly patience: number;
  onReading?(reading: HostileReading): void;
}

/** What became of a file. */
export interface HostileReading {
  readonly trick: string;
  /** Why it was not read, or how: `whole` or `cut`. */
  readonly outcome: string;
  readonly milliseconds: number;
  /** Milliseconds in which the process that asks answered nobody; the least of three tries, as other programs take theirs. */
  readonly delay: number;
  /** Bytes that the process that reads held, at most. */
  readonly memory: number;
}

/** Milliseconds: within this nobody notices. */
const noticed = 150;
const tries = 3;
/** Milliseconds between two looks at the clock; what is measured includes them. */
const resolution = 5;

/** Reads hostile files one after the other, as indexing does. */
export async function readHostile({
  count,
  seed,
  size,
  patience,
  onReading,
}: HostileOptions): Promise<readonly HostileReading[]> {
  const { door, peak } = measured(nodeDoor());
  const reader = new AttachmentReader(door, { file: patience });
  const readings: HostileReading[] = [];
  try {
    // What it takes to load the reader is not what is measured.
    await reader.read({ name: 'first.txt', type: '', pieces: [Buffer.from('first')] });
    for (const file of hostileFiles(count, seed, size)) {
      let reading = await readOne(reader, file, peak);
      for (let attempt = 2; reading.delay > noticed && attempt <= tries; attempt += 1) {
        const again = await readOne(reader, file, peak);
        reading = {
          ...reading,
          delay: Math.min(reading.delay, again.delay),
          memory: Math.max(reading.memory, again.memory),
        };
      }
      readings.push(reading);
      onReading?.(reading);
    }
    const last = await reader.read({ name: 'last.txt', type: '', pieces: [Buffer.from('last')] });
    if (!('text' in last) || last.text !== 'last')
      throw new Error('After all that nothing is read.');
    return readings;
  } finally {
    await reader.close();
  }
}

async function readOne(
  reader: AttachmentReader,
  { trick, name, bytes }: HostileFile,
  peak: { bytes: number },
): Promise<HostileReading> {
  peak.bytes = 0;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const began = performance.now();
  const reading = await reader.read({ name, type: '', pieces: [bytes] });
  const milliseconds = performance.now() - began;
  delay.disable();
  const outcome = 'unread' in reading ? reading.unread : reading.cut ? 'cut' : 'whole';
  return {
    trick,
    outcome,
    milliseconds,
    delay: Math.max(0, delay.max / 1e6 - resolution),
    memory: peak.bytes,
  };
}

/** Writes down what the reader sees of the memory of its processes. */
function measured(door: ReaderDoor): { door: ReaderDoor; peak: { bytes: number } } {
  const peak = { bytes: 0 };
  const ways = door.ways.map(way => () => {
    const child = way();
    const memory = child.memory.bind(child);
    child.memory = async () => {
      const bytes = await memory();
      peak.bytes = Math.max(peak.bytes, bytes ?? 0);
      return bytes;
    };
    return child;
  });
  return { door: { ways }, peak };
}
