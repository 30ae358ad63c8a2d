import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MessageWriter } from '../../../../electron/engine/archive/writer/message-writer.ts';
import { Alone } from '../../../../electron/engine/run/download/alone.ts';
import type { ProgressReporter } from '../../../../electron/engine/run/download/progress.ts';
import { TrackedLiterals } from '../../../../electron/engine/run/download/tracked-literals.ts';
import type { LayoutName } from '../../../../shared/model/run.ts';
import { imapcl } from '../../../imapcl/run-process.ts';
import { numbered, scriptedAccount } from '../test-account.ts';

const layouts: readonly LayoutName[] = ['flat', 'folders'];
const { mailbox, texts } = numbered(12);

describe('a message that is announced larger than anything can be', () => {
  test.each(layouts)('is named and costs no other (%s)', async layout => {
    const announced = 99_999_999_999;
    const account = await scriptedAccount({
      mailboxes: [mailbox],
      beforeFetchResponse: ({ uid, items }) =>
        [4, 9].includes(uid) && items.includes('BODY.PEEK[]') ? { announced } : undefined,
    });
    const result = await account.run({ layout });
    expect(result.stored).toBe(texts.length - 2);
    expect(result.problems.map(({ uid }) => uid).sort()).toEqual([4, 9]);
    for (const { message } of result.problems) expect(message).toContain(String(announced));
    // One connection for each, and no more tries.
    expect(account.server.connections).toHaveLength(3);
  });

  test('larger than the room on the disk is that too; what is small is not asked for', () => {
    const writer = { open: (size: number) => Buffer.alloc(size) } as MessageWriter;
    const progress = {} as ProgressReporter;
    const literals = new TrackedLiterals(writer, progress, () => 0);
    expect(literals.open(1_000, Buffer.from('* 1 FETCH (UID 3 BODY[] {1000}'))).toHaveLength(1_000);
    const prefix = Buffer.from('* 1 FETCH (UID 3 BODY[] {500000000}');
    expect(() => literals.open(500_000_000, prefix)).toThrow(/more than the .*disk has room for/);
    expect(literals.refused).toMatchObject({ uid: 3 });
  });
});

test('a message at fault is tried with no other command in flight, on whatever connection', async () => {
  const big = numbered(1_500);
  const bad = [3, 700, 1_400];
  const asked = new Map<number, string>();
  let alone: number | undefined;
  const beside: number[] = [];
  const account = await scriptedAccount({
    mailboxes: [big.mailbox],
    onCommand: ({ connection, line }) => {
      asked.set(connection, line);
      return 'default';
    },
    beforeFetchResponse: ({ connection, uid, items }) => {
      if (!items.includes('BODY.PEEK[]')) return undefined;
      if (alone !== undefined && connection !== alone) beside.push(uid);
      if (!bad.includes(uid)) return undefined;
      if (!asked.get(connection)?.includes(`FETCH ${uid} (`))
        return { stop: { at: 5, how: 'close' } };
      alone = connection;
      // Long enough for any command in flight beside it to be answered.
      setTimeout(() => {
        alone = undefined;
      }, 100);
      return { delay: 150, stop: { at: 5, how: 'close' } };
    },
  });
  const result = await account.run({ connections: 3 });
  expect(result.problems.map(({ uid }) => uid).sort((a = 0, b = 0) => a - b)).toEqual(bad);
  expect(result.stored).toBe(big.texts.length - bad.length);
  expect(beside).toEqual([]);
}, 60_000);

test('what is done alone begins when all else is over, and ends before anything else begins', async () => {
  const alone = new Alone();
  const log: string[] = [];
  const gates = new Map<string, () => void>();
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise<void>(resolve => gates.set(name, resolve));
    log.push(`${name} ends`);
  };
  const turn = () => new Promise(resolve => setImmediate(resolve));
  const all = [
    alone.share(work('a')),
    alone.share(work('b')),
    alone.alone(work('c')),
    alone.share(work('d')),
  ];
  await turn();
  gates.get('a')?.();
  await turn();
  expect(log).toEqual(['a begins', 'b begins', 'a ends']);
  gates.get('b')?.();
  await turn();
  expect(log.slice(3)).toEqual(['b ends', 'c begins']);
  gates.get('c')?.();
  await turn();
  gates.get('d')?.();
  await Promise.all(all);
  expect(log.slice(5)).toEqual(['c ends', 'd begins', 'd ends']);
});

describe('a message larger than any file of the disk (EFBIG, 4 GB on FAT32)', () => {
  test.each(layouts)(
    'is named and costs no other (%s)',
    async layout => {
      const huge = `Subject: huge\r\n\r\n${'x'.repeat(3_000_000)}\r\n`;
      const large = `Subject: large\r\n\r\n${'y'.repeat(700_000)}\r\n`;
      const { server } = await scriptedAccount({
        mailboxes: [{ name: 'INBOX', messages: [texts[0] ?? '', huge, large, texts[1] ?? ''] }],
      });
      const folder = mkdtempSync(join(tmpdir(), 'mailstow-efbig-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const authFile = join(folder, 'auth');
      writeFileSync(authFile, 'username = user\npassword = secret\n', { mode: 0o600 });
      const out = join(folder, 'out');
      const ended = await imapcl(
        ['127.0.0.1', '-p', `${server.port}`, '-a', authFile, '-o', out, '--layout', layout],
        { largestFile: 2_000 },
      );
      expect(ended.stderr).toMatch(/INBOX: message 2: .*larger than any file/);
      expect(ended.code).toBe(-2);
      expect(ended.stdout).toContain('Stored 3 Messages');
      const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
      const messages = files.filter(name => /\.(txt|eml)$/.test(name) && !name.startsWith('.'));
      const sizes = messages.map(name => statSync(join(out, name)).size).sort((a, b) => b - a);
      expect(sizes[0]).toBe(large.length);
      expect(sizes).toHaveLength(3);
      expect(files.filter(name => name.endsWith('.part'))).toEqual([]);
    },
    60_000,
  );
});
