import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mailstowAccount } from '../mailstow/account.ts';
import { cleanUpAfterEach, setUp } from './scripted-account.ts';

cleanUpAfterEach();

describe('--log FILE', () => {
  test('has start, end, warnings and problems of a run, and no mail', async () => {
    const { run, place } = await setUp({
      onCommand: ({ name }) =>
        name === 'EXAMINE' ? { before: '* OK [ALERT] Quota soon full\r\n' } : 'default',
      beforeFetchResponse: ({ uid }) => (uid === 2 ? { body: 'NIL' } : undefined),
    });
    const log = join(place.folder, 'logs', 'run.log');
    const ended = await run('--log', log);
    expect(ended.code).toBe(-2);
    const text = readFileSync(log, 'utf8');
    expect(text).toMatch(/ info: Mailstow \S+ archives user at 127\.0\.0\.1:\d+ \(none\) into /);
    expect(text).toMatch(/ info: Connected to 127\.0\.0\.1/);
    expect(text).toMatch(/ warn: The server says: Quota soon full/);
    expect(text).toMatch(/ warn: INBOX, message 2: The server sent the message without/);
    expect(text).toMatch(/ info: user at \S+: done, stored 3 messages, .*, 1 problem/);
    expect(text).not.toMatch(/secret|Subject|Body/);
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  test('has why a run ended early', async () => {
    const { run, place } = await setUp({ users: { user: 'another' } });
    const log = join(place.folder, 'run.log');
    expect((await run('--log', log)).code).toBe(16);
    expect(readFileSync(log, 'utf8')).toMatch(/ error: Ended early: .*\[login-refused\]/);
  });

  test('that cannot be written ends the run before it begins', async () => {
    const { run, place, server } = await setUp();
    const ended = await run('--log', place.folder);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('can’t write the log');
    expect(server.connections).toEqual([]);
  });

  test('mailstow archive and verify write one too', async () => {
    const { archive, run, place } = await mailstowAccount();
    const log = join(place.folder, 'run.log');
    expect((await archive('--log', log)).code).toBe(0);
    expect((await run(['verify', place.out, '--log', log])).code).toBe(0);
    const text = readFileSync(log, 'utf8');
    expect(text).toMatch(/done, stored 4 messages/);
    expect(text).toMatch(/ verifies .*\n.*INBOX: 4 as saved[\s\S]*Every file is as it was saved/);
  });
});

describe('what nobody caught', () => {
  const thrown = {
    'an exception': "throw new Error('out of the blue')",
    'a rejection': "void Promise.reject(new Error('out of the blue'))",
  };
  for (const [what, code] of Object.entries(thrown)) {
    test(`${what} is told and logged, and the process leaves with 11`, async () => {
      const { runWith, place } = await setUp({
        onCommand: ({ name }) => (name === 'EXAMINE' ? 'silent' : 'default'),
      });
      const log = join(place.folder, 'run.log');
      const accident = join(place.folder, 'accident.mjs');
      writeFileSync(
        accident,
        `import { readFileSync } from 'node:fs';
        const timer = setInterval(() => {
          let text = '';
          try { text = readFileSync(${JSON.stringify(log)}, 'utf8'); } catch {}
          if (!text.includes('Connected')) return;
          clearInterval(timer);
          ${code};
        }, 20);
        timer.unref();`,
      );
      const ended = await runWith({ env: { NODE_OPTIONS: `--import=${accident}` } }, '--log', log);
      expect(ended.code).toBe(11);
      expect(ended.stderr).toMatch(
        /Error: Something unexpected happened in Mailstow: out of the blue/,
      );
      expect(readFileSync(log, 'utf8')).toMatch(/error: Error: out of the blue\n {8}at .*accident/);
    });
  }
});
