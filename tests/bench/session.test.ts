import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dovecotMissing } from '../servers/dovecot.ts';
import { fillAccount, generated } from './accounts.ts';
import { type Contestant, contestants, nodeDrain, ours } from './contestants.ts';
import { nearby } from './parts.ts';
import { race } from './race.ts';
import { summarise } from './report/results.ts';
import { runSession } from './session.ts';
import type { Part } from './stage.ts';
import { bytesOfSecondRun, roundTripsOfSecondRun } from './wire.ts';

const few = nearby('XS', generated({ count: 200 }), 0.1);

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'session-'));
  // The server reads from here under another user.
  chmodSync(scratch, 0o755);
  vi.stubEnv('TMPDIR', scratch);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

const gigabytes = { once: 0.1, eachRound: 0 };

/** A race of one that fails and one that does not. */
const oneFails: Part = {
  gigabytes,
  async run(stage) {
    const account = await fillAccount(stage.dovecot, generated({ count: 20 }), 1, stage.signal);
    const { ports, ca } = stage.dovecot;
    const course = { name: 'one fails', account, port: ports.imaps, ca, distant: false };
    const idle: Contestant = { ...nodeDrain, name: 'idle', command: async () => ['echo', '5'] };
    return { timings: await race(stage, course, [idle, nodeDrain]), figures: [] };
  },
};

describe.skipIf(dovecotMissing() !== undefined)('a whole session with a few messages', () => {
  test('everybody present fetches everything, and nothing is left behind', async () => {
    const how = { rounds: 1, signal: new AbortController().signal, report: () => {} };
    const session = await runSession({ XS: few }, how);
    expect(session.failures).toEqual([]);
    const first = summarise(session.timings).filter(each => each.phase === 'first run');
    const present = contestants.filter(each => each.missing() === undefined);
    expect(first.map(each => each.contestant)).toEqual(present.map(each => each.name));
    for (const each of first) expect(each).toMatchObject({ runs: 1, race: 'XS' });
    expect(session.timings.some(each => each.phase === 'no-op' && each.contestant === ours)).toBe(
      true,
    );
    const names = session.figures.map(each => each.name);
    expect(names).toEqual([bytesOfSecondRun('XS'), roundTripsOfSecondRun('XS')]);
    for (const each of session.figures) expect(each.value).toBeGreaterThan(2);
    expect(session.machine.dovecot).toMatch(/^2\.3\./);
    expect(readdirSync(scratch)).toEqual([]);
  });

  test('what fails is told and out, and the rest goes on', async () => {
    const broken: Part = {
      gigabytes,
      run: async () => {
        throw new Error('cannot be measured');
      },
    };
    const how = { rounds: 2, signal: new AbortController().signal, report: () => {} };
    const session = await runSession({ broken, oneFails }, how);
    expect(session.failures).toEqual([
      'broken: cannot be measured',
      expect.stringMatching(/^one fails, first run: idle: It read 5 bytes of \d+\.$/),
    ]);
    expect(session.timings.map(each => [each.contestant, each.phase])).toEqual([
      [nodeDrain.name, 'first run'],
      [nodeDrain.name, 'no-op'],
      [nodeDrain.name, 'first run'],
      [nodeDrain.name, 'no-op'],
    ]);
  });

  test('a session that is stopped ends at once and leaves nothing behind', async () => {
    const stopped = new AbortController();
    const how = {
      rounds: 2,
      signal: stopped.signal,
      report: () => stopped.abort(new Error('Stopped.')),
    };
    await expect(runSession({ XS: few }, how)).rejects.toThrow('Stopped.');
    expect(readdirSync(scratch)).toEqual([]);
  });
});
