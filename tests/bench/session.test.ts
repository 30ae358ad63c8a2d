import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dovecotMissing } from '../servers/dovecot.ts';
import { generated } from './accounts.ts';
import { contestants, ours } from './contestants.ts';
import { nearby } from './parts.ts';
import { summarise } from './results.ts';
import { runSession } from './session.ts';
import { octetsOfSecondRun, roundTripsOfSecondRun } from './wire.ts';

const few = nearby('XS', generated({ count: 200 }));

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'mailstow-session-'));
  // The server reads from here under another user.
  chmodSync(scratch, 0o755);
  vi.stubEnv('TMPDIR', scratch);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

describe.skipIf(dovecotMissing() !== undefined)('a whole session with a few messages', () => {
  test('everybody present fetches everything, and nothing is left behind', async () => {
    const how = { rounds: 1, signal: new AbortController().signal, report: () => {} };
    const broken = async (): Promise<never> => {
      throw new Error('cannot be measured');
    };
    const session = await runSession({ broken, XS: few }, how);
    expect(session.failures).toEqual(['broken: cannot be measured']);
    const first = summarise(session.timings).filter(each => each.phase === 'first run');
    const present = contestants.filter(each => each.missing() === undefined);
    expect(first.map(each => each.contestant)).toEqual(present.map(each => each.name));
    for (const each of first) expect(each).toMatchObject({ runs: 1, race: 'XS' });
    expect(session.timings.some(each => each.phase === 'no-op' && each.contestant === ours)).toBe(
      true,
    );
    const names = session.figures.map(each => each.name);
    expect(names).toEqual([octetsOfSecondRun('XS'), roundTripsOfSecondRun('XS')]);
    for (const each of session.figures) expect(each.value).toBeGreaterThan(2);
    expect(session.machine.dovecot).toMatch(/^2\.3\./);
    expect(readdirSync(scratch)).toEqual([]);
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
