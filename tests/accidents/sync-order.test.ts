import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { fileOf, layoutArguments, test } from '../both-layouts.ts';
import { cleanUpAfterEach, setUp } from '../imapcl/scripted-account.ts';
import { letter } from './big-mailbox.ts';
import { readTrace, type SystemCall, tracingInto, tracingMissing } from './system-calls.ts';

/** What the system was asked to do, and in which order, during a whole run of imapcl. */
cleanUpAfterEach();

const messages = Array.from({ length: 40 }, (_, index) => letter(index + 1));
/** Large enough to be written while it arrives. */
const large = { bytes: `Subject: Large\r\n\r\n${'0123456789'.repeat(150_000)}\r\n` };
const uids = Array.from({ length: messages.length + 1 }, (_, index) => index + 1);

/** Runs imapcl under strace; the calls in order, and the archive's folder. */
async function traced(env: NodeJS.ProcessEnv): Promise<{ calls: SystemCall[]; out: string }> {
  const { server, place } = await setUp({
    mailboxes: [{ name: 'INBOX', messages: [...messages, large] }],
  });
  const file = join(place.folder, 'trace');
  const entry = fileURLToPath(new URL('../../electron/cli/imapcl.ts', import.meta.url));
  const run = [process.execPath, entry, '127.0.0.1', '-p', `${server.port}`];
  const [strace = '', ...args] = tracingInto(file);
  const environment = Object.entries(env).flatMap(([name, value]) => ['-E', `${name}=${value}`]);
  const child = spawn(
    strace,
    [...args, ...environment, ...run, '-a', place.authFile, '-o', place.out, ...layoutArguments()],
    { stdio: 'ignore' },
  );
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  return { calls: readTrace(file), out: place.out };
}

/** The steps that make one message durable, each as the call that did it; throws where one is missing. */
function stepsOf(uid: number, calls: readonly SystemCall[], out: string): SystemCall[] {
  const after = (call: SystemCall | undefined, fits: (call: SystemCall) => boolean) => {
    const found = calls.find(each => (call === undefined || each.began > call.ended) && fits(each));
    if (found === undefined) throw new Error(`A step is missing for message ${uid}`);
    return found;
  };
  const path = fileOf(out, `MSG_INBOX_${uid}.txt`);
  const renamed = after(undefined, ({ name, arguments: text }) => {
    return name.startsWith('rename') && text.includes(`"${path}"`);
  });
  const [, temporary = ''] = /"([^"]*incoming[^"]*)"/.exec(renamed.arguments) ?? [];
  const written = calls.findLast(
    ({ name, arguments: text }) => name.includes('write') && text.includes(`<${temporary}>`),
  );
  const synced = after(
    written,
    ({ name, arguments: text }) =>
      name === 'syncfs' || (/^f(data)?sync$/.test(name) && text.includes(`<${temporary}>`)),
  );
  const named = after(renamed, ({ name, arguments: text }) => {
    return name === 'fsync' && text.includes(`<${dirname(path)}>`);
  });
  const journalled = after(undefined, ({ name, arguments: text }) => {
    return name === 'write' && text.includes('INBOX.jsonl>') && text.includes(`[\\"f\\",${uid},`);
  });
  const journalSynced = after(journalled, ({ name, arguments: text }) => {
    return name === 'fsync' && text.includes('INBOX.jsonl>');
  });
  if (written === undefined) throw new Error(`Message ${uid} was never written`);
  return [written, synced, renamed, named, journalled, journalSynced];
}

describe.skipIf(tracingMissing() !== undefined)(
  `a whole run, system call by system call (${tracingMissing() ?? 'traced'})`,
  () => {
    test.each([
      ['with one sync of the file system a group', process.env.PATH ?? ''],
      ['without sync -f, file by file', '/nonexistent'],
    ])('%s', { timeout: 120_000 }, async (_how, path) => {
      const { calls, out } = await traced({ PATH: path });
      const told = calls.find(
        ({ name, arguments: text }) => name.startsWith('write') && /Stored 41 Messages/.test(text),
      );
      if (told === undefined) throw new Error('Success was never told');
      expect(calls.some(({ name }) => name === 'syncfs')).toBe(path !== '/nonexistent');
      for (const uid of uids) {
        const steps = [...stepsOf(uid, calls, out), told];
        const overlapping = steps.filter(
          (step, index) => step.began <= (steps[index - 1]?.ended ?? -1),
        );
        expect(overlapping).toEqual([]);
      }
    });
  },
);
