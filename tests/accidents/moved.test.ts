import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { layoutArguments, layoutNow, storedMessages, test } from '../both-layouts.ts';
import { cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import { times } from '../prove/in-proof.ts';
import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import { bigInbox, letter } from './big-mailbox.ts';
import { BodiesSent } from './bodies-sent.ts';

/** An account moves to another server, and the run that finds it there is killed before any of its steps. */
cleanUpAfterEach();

const messages = 12;
/** More steps than such a run has. */
const mostSteps = 600;
/** From one crash to the next; `npm run prove -- moved` makes one before every single step. */
const stride = times(80, 1);
/** So that the layouts, with and without purge, crash at different steps. */
const first = { flat: 1, folders: Math.min(29, stride) };

const root = join(import.meta.dirname, '../..');
const preload = join(root, 'tests/engine/archive/crash/kill-at-step.ts');

/** The same messages under other numbers; every number was another message's before. */
function moved(): MailboxOptions[] {
  const there = Array.from({ length: messages }, (_, index) => letter(messages - index));
  return [{ name: 'INBOX', uidValidity: 77, messages: there }];
}

for (const purge of [[], ['--purge']]) {
  test(`killed before a step of a run with ${['--moved', ...purge].join(' ')}`, {
    timeout: 3_600_000,
  }, async () => {
    const before = await setUp({ mailboxes: [bigInbox(messages)] });
    expect(await before.run()).toMatchObject({ code: 0 });
    const files = Object.values(storedMessages(before.place.out)).sort();
    const bodies = new BodiesSent();
    const { beforeFetchResponse } = bodies;
    const there = await setUp({ mailboxes: moved(), beforeFetchResponse });
    const { place, server } = there;

    let steps = 0;
    for (let step = first[layoutNow()] + purge.length * 15; ; step += stride) {
      expect(step).toBeLessThan(mostSteps);
      const folder = join(place.folder, `${step}`);
      cpSync(before.place.out, folder, { recursive: true, preserveTimestamps: true });
      // The scripted servers are one host; only its name is another.
      const args = ['localhost', '-p', `${server.port}`, '-a', place.authFile, '-o', folder];
      const run = (more: readonly string[], env: NodeJS.ProcessEnv = {}) =>
        imapclProcess([...args, ...layoutArguments(), ...more], env);
      const killed = await run(['--moved', ...purge], {
        CRASH_THREAD: 'main',
        CRASH_STEP: `${step}`,
      });
      // Whoever has said it once need not say it again, unless the run did not come to hear of it.
      const account = readFileSync(join(folder, '.mailstow', 'account.json'), 'utf8');
      const again = account.includes('"localhost"') ? [] : ['--moved'];
      expect(await run([...again, ...purge])).toBe(0);
      expect(Object.values(storedMessages(folder)).sort()).toEqual(files);
      expect(storedMessages(folder)['MSG_INBOX_1.txt']).toBe(
        server.mailbox('INBOX').message(1).bytes,
      );
      expect(readFileSync(join(folder, '.uidvalidity'), 'utf8')).toBe('INBOX=77\n');
      expect(readdirSync(join(folder, '.mailstow', 'remap'))).toEqual([]);
      if (killed !== null) break;
      steps = step;
    }
    expect(steps).toBeGreaterThan(40);
    expect(bodies.take()).toEqual([]);
  });
}

/** @returns its exit code; null where it was killed */
function imapclProcess(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const entry = join(root, 'electron/cli/imapcl.ts');
  const child = spawn(process.execPath, ['--import', preload, entry, ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}
