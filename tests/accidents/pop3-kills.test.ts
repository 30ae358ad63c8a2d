import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished } from 'vitest';
import { layoutNow, storedMessages, test } from '../both-layouts.ts';
import { Random } from '../fixtures/mail/random.ts';
import { entryOf } from '../imapcl/run-process.ts';
import { times } from '../prove/in-proof.ts';
import { aMessage, type ScriptedPop3, startPop3 } from '../servers/scripted-pop3/server.ts';

const count = times(300, 2_000);
const bytesOfBody = 4_000;

describe('SIGKILL while a maildrop is archived', () => {
  test.each([
    [undefined, times(6, 50)],
    ['UIDL', times(2, 50)],
  ] as const)(
    'nothing is doubled or lost (lacking: %s)',
    { timeout: 600_000 },
    async (lacking, kills) => {
      const messages = Array.from({ length: count }, (_, n) =>
        aMessage(n, `${'x'.repeat(bytesOfBody)} ${n}\r\n`),
      );
      const without = lacking === undefined ? [] : [lacking];
      const server = await startPop3({ messages, without });
      const place = mkdtempSync(join(tmpdir(), 'mailstow-kills-'));
      onTestFinished(async () => {
        await server.stop();
        rmSync(place, { recursive: true, force: true });
      });
      const folder = join(place, 'mail');
      const sent = new Set(messages.map(({ bytes }) => bytes.toString('latin1')));
      const check = () => {
        const files = existsSync(folder) ? Object.values(storedMessages(folder)) : [];
        expect(files.every(file => sent.has(file))).toBe(true);
        expect(new Set(files).size).toBe(files.length);
        return files.length;
      };
      const random = new Random(count + without.length);
      let [whole, stored, interrupted] = [1_000, 0, 0];
      for (let kill = 0; kill < kills; kill += 1) {
        const began = performance.now();
        // Moments from the first message on: what is fetched by then is worth nothing until it is stored.
        const { code } = await run(server, folder, place, random.next() * Math.min(whole, 3_000));
        if (code === 0) {
          // It was over before: what is killed next begins anew.
          whole = performance.now() - began;
          rmSync(folder, { recursive: true });
          stored = 0;
        } else interrupted += 1;
        const now = check();
        expect(now).toBeGreaterThanOrEqual(stored);
        stored = now;
      }
      expect(interrupted).toBeGreaterThan(0);
      const { code, stderr } = await run(server, folder, place);
      expect(stderr).toContain('Complete');
      expect(code).toBe(0);
      expect(check()).toBe(count);
      const before = server.count('RETR');
      expect((await run(server, folder, place)).code).toBe(0);
      expect(server.count('RETR')).toBe(before);
      expect(server.lines.some(line => /dele/i.test(line))).toBe(false);
    },
  );
});

/**
 * @param milliseconds after the first RETR, until it is killed; absent: never
 * @returns in `took` milliseconds from there to its end
 */
async function run(server: ScriptedPop3, folder: string, place: string, milliseconds?: number) {
  const before = server.count('RETR');
  const args = [
    ...[entryOf('mailstow'), 'archive', '--protocol', 'pop3', '--server', '127.0.0.1'],
    ...['--port', `${server.port}`, '--security', 'none', '--user', 'user'],
    ...['--password-variable', 'MAIL_PASSWORD', '--folder', folder, '--layout', layoutNow()],
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_COMPILE_CACHE: join(place, 'compiled'),
      ...process.env,
      MAILSTOW_CONFIG: join(place, 'config'),
      MAIL_PASSWORD: 'secret',
    },
  });
  let stderr = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  let isOver = false;
  const ended = once(child, 'close').finally(() => {
    isOver = true;
  });
  let began = performance.now();
  if (milliseconds !== undefined) {
    while (!isOver && server.count('RETR') === before) await wait(5);
    began = performance.now();
    await Promise.race([wait(milliseconds), ended]);
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  return { code, stderr, took: performance.now() - began };
}
