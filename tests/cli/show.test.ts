import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { showOptions } from '../../electron/cli/mailstow/option-tables.ts';
import { show } from '../../electron/cli/mailstow/show.ts';
import type { ValuesOf } from '../../electron/cli/option-table.ts';
import { temporaryFolder } from '../engine/catalog/an-archive.ts';

const cases = join(import.meta.dirname, '../fixtures/mail/field-cases');

async function shown(file: string, values: ValuesOf<typeof showOptions> = {}): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const stdout = { write: (piece: string | Uint8Array) => pieces.push(Buffer.from(piece)) };
  const { stdin, stderr, env } = process;
  const { signal } = new AbortController();
  const surroundings = { stdin, stdout, stderr, env, signal };
  await show({ values, operands: [file] }, surroundings);
  return Buffer.concat(pieces);
}

test('as text, as JSON, and an attachment as it is', async () => {
  const file = join(cases, 'uuencode-in-text.eml');
  expect((await shown(file)).toString()).toMatch(
    /^From: {4}a@example\.org\nSubject: s\n\nSee the file\./,
  );
  expect((await shown(file)).toString()).toContain(
    '  1. test.txt (application/octet-stream, 31 B)',
  );
  expect(JSON.parse((await shown(file, { json: true })).toString())).toMatchObject({
    subject: 's',
    html: null,
  });
  expect((await shown(file, { attachment: '1' })).toString()).toBe(
    'hello attachment, thirty octets',
  );
});

test.each([
  [{ attachment: '2' }, 'message-not-stored'],
  [{ attachment: '0' }, 'arguments'],
  [{ attachment: '1', json: true }, 'arguments'],
])('%j is refused', async (more, kind) => {
  const file = join(cases, 'uuencode-in-text.eml');
  await expect(shown(file, more)).rejects.toMatchObject({ failure: { kind } });
});

test('a pipe, a device and a folder are refused, and nobody waits for them', async () => {
  const pipe = join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, '/dev/zero', temporaryFolder()]) {
    await expect(shown(path)).rejects.toThrow(/not a message file/);
  }
});
