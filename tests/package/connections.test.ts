import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tracingMissing } from '../accidents/system-calls.ts';
import { sendsElsewhere, sendsSeen, tracingSendsInto } from './connections.ts';

const untraced = tracingMissing();

describe.skipIf(untraced !== undefined)(`what is sent (${untraced ?? 'traced'})`, () => {
  test.each([
    ['127.0.0.1', 0],
    ['192.0.2.1', 1],
  ])('to %s', (address, elsewhere) => {
    const folder = mkdtempSync(join(tmpdir(), 'mailstow-sent-'));
    const trace = join(folder, 'trace');
    // An address for documentation (RFC 5737): nothing is there, and a datagram is sent all the same.
    const [strace = '', ...rest] = tracingSendsInto(trace);
    spawnSync(strace, [...rest, 'bash', '-c', `echo hello > /dev/udp/${address}/9`]);
    expect(sendsSeen(trace)).toBeGreaterThan(0);
    expect(sendsElsewhere(trace).length === 0).toBe(elsewhere === 0);
    rmSync(folder, { recursive: true });
  });
});
