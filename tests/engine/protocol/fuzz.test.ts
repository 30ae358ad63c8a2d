import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { parseResponse } from '../../../electron/engine/protocol/parse-response.ts';
import type { LiteralSink, LiteralStore } from '../../../electron/engine/wire/frame.ts';
import { Framer } from '../../../electron/engine/wire/framer.ts';

/** Wall-clock time for the whole run; long enough for some ten thousand streams. */
const budget = 5000;
/** No stream here is longer than some 100 KB, so even a slow machine needs a fraction of this for one. */
const longestStream = 2000;
/** What may be held at once beyond the start: buffers that wait for the collector included. */
const memoryBound = 256 * 1024 * 1024;

const folder = new URL('../../fixtures/traces/', import.meta.url);
const traces = readdirSync(folder)
  .filter(name => name.endsWith('.trace'))
  .map(name => readFileSync(new URL(name, folder)));

/** What is likely to lead a parser astray, and some of what leads it on. */
const tokens = [
  ...['(', ')', '[', ']', '<0>', '"', '\\', '{', '}', '{0}\r\n', '{3}\r\n', '{99999}\r\n'],
  ...['~{2}\r\n', '{1048577}\r\n', '{4294967295}\r\n', '{99999999999999999999}\r\n', '{5+}'],
  ...['\r\n', '\n', '\r', '\0', '\xff', ' ', '  ', '* ', '+ ', 'A1 OK ', '* 1 FETCH (', 'BODY[]'],
  ...['BODYSTRUCTURE', 'ENVELOPE', 'FLAGS', 'NIL', 'UID', '4294967295', '18446744073709551616'],
  ...['* LIST () "/" ', '* STATUS a (', '* ESEARCH UID ALL ', '1:*', ',', ':', '&APw-', '&'],
  ...[
    '('.repeat(500),
    '\\'.repeat(500),
    '"'.repeat(501),
    '9'.repeat(500),
    '[OK ',
    'X'.repeat(5000),
  ],
];

/** Mulberry32: small, and the same numbers for the same seed everywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

function mutated(random: Random, trace: Buffer): Buffer {
  let octets = trace;
  for (let times = 1 + random(8); times > 0; times--) {
    const at = random(octets.length + 1);
    const to = Math.min(octets.length, at + random(40));
    const insert = pick(random, [
      Buffer.alloc(0),
      Buffer.from(pick(random, tokens), 'latin1'),
      octets.subarray(at, Math.min(octets.length, at + random(3000))),
      Buffer.of(random(256)),
    ]);
    octets = Buffer.concat([octets.subarray(0, at), insert, octets.subarray(to)]);
  }
  return octets.subarray(0, 100_000);
}

const madeOfTokens = (random: Random): Buffer =>
  Buffer.from(Array.from({ length: random(60) }, () => pick(random, tokens)).join(''), 'latin1');

const noise = (random: Random): Buffer =>
  Buffer.from(Array.from({ length: random(2000) }, () => random(256)));

/** Memory or sinks in turn; remembers which sinks have not been told how it ended. */
class CheckedStore implements LiteralStore {
  readonly unfinished = new Set<LiteralSink>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  open(size: number): Buffer | LiteralSink {
    if (size < 100_000 && this.#random(2) === 0) return Buffer.alloc(size);
    let left = size;
    const sink: LiteralSink = {
      write: chunk => {
        left -= chunk.length;
      },
      end: () => {
        if (left !== 0) throw new Error(`${left} octets missing at the end`);
        this.unfinished.delete(sink);
      },
      abort: () => this.unfinished.delete(sink),
    };
    this.unfinished.add(sink);
    return sink;
  }
}

/** One connection from its first octet to its end; counts the responses by kind. */
function runStream(random: Random, octets: Buffer, kinds: Map<string, number>): void {
  const store = new CheckedStore(random);
  const framer = new Framer(
    frame => {
      const { kind } = parseResponse(frame);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    },
    random(3) === 0 ? undefined : store,
  );
  const longest = pick(random, [3, 100, 16_384, 100_000]);
  try {
    for (let at = 0; at < octets.length; ) {
      const end = at + 1 + random(longest);
      framer.push(octets.subarray(at, end));
      at = end;
    }
  } catch (error) {
    if (!(error instanceof MailstowError)) throw error;
    kinds.set('lost', (kinds.get('lost') ?? 0) + 1);
  }
  framer.end();
  expect(framer.insideResponse).toBe(false);
  expect(store.unfinished.size).toBe(0);
}

const held = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

test('any stream gives responses or an error of ours, in time and in bounds', {
  timeout: 60_000,
}, () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  console.info(`fuzz: FUZZ_SEED=${seed}`);
  const random = randomFrom(seed);
  const kinds = new Map<string, number>();
  const before = held();
  const start = performance.now();
  let streams = 0;
  for (let now = start; now - start < budget; streams++) {
    const octets = pick(random, [
      () => mutated(random, pick(random, traces)),
      () => mutated(random, pick(random, traces)),
      () => madeOfTokens(random),
      () => noise(random),
    ])();
    const place = `FUZZ_SEED=${seed}, stream ${streams}`;
    try {
      runStream(random, octets, kinds);
    } catch (error) {
      throw new Error(place, { cause: error });
    }
    const after = performance.now();
    expect(after - now, place).toBeLessThan(longestStream);
    expect(held() - before, place).toBeLessThan(memoryBound);
    now = after;
  }
  expect(streams).toBeGreaterThan(50);
  for (const kind of ['fetch', 'list', 'status', 'esearch', 'malformed', 'other', 'lost']) {
    expect(kinds.get(kind), kind).toBeGreaterThan(0);
  }
});
