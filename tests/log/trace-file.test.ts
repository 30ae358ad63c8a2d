import {
  chmodSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tellTrace } from '../../electron/engine/session/trace/trace.ts';
import { recordTrace } from '../../electron/log/trace-file.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

const event = (text: string) => ({ connection: '1', from: 'S', text }) as const;

function record(path: string, largest?: number): () => void {
  const end = recordTrace(path, largest);
  onTestFinished(end);
  return end;
}

describe('the trace', () => {
  test('is its owner’s alone, one line an event, until it ends', () => {
    const path = join(temporaryFolder(), 'trace.log');
    writeFileSync(path, 'older\n');
    chmodSync(path, 0o666);
    const end = record(path);
    tellTrace(event('* OK one\x1b[2J\n2026-01-01T00:00:00.000Z 1 C forged\u2028three'));
    end();
    tellTrace(event('* OK two'));
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^older\n\S+Z - - Mailstow \S+, Node /);
    expect(text).toMatch(/\n\d{4}-\d\d-\d\dT[\d:.]+Z 1 S \* OK one\ufffd\[2J\n {4}2026/);
    expect(text.split('\n').filter(line => /^\S/.test(line))).toHaveLength(3);
    expect(text).not.toContain('two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('turns over and says so; several writers keep one old file', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'trace.log');
    record(path, 20_000);
    record(path, 20_000);
    for (let count = 0; count < 300; count += 1) tellTrace(event(`${count} ${'x'.repeat(200)}`));
    expect(readdirSync(folder).sort()).toEqual(['trace.log', 'trace.old.log']);
    const [now, old] = ['trace.log', 'trace.old.log'].map(name => {
      const file = join(folder, name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(file).size).toBeLessThan(21_000);
      return readFileSync(file, 'utf8');
    });
    expect(now).toContain('- - What came before is in trace.old.log');
    // Both wrote the last event.
    expect(`${old}${now}`.match(/ 299 x/g)).toHaveLength(2);
  });

  test('goes through no link, and says why it cannot be written', () => {
    const folder = temporaryFolder();
    const target = join(folder, 'target');
    writeFileSync(target, '');
    symlinkSync(target, join(folder, 'link'));
    expect(() => recordTrace(join(folder, 'link'))).toThrow(/can’t write the trace .* link/);
    expect(() => recordTrace(folder)).toThrow(/can’t write the trace/);
    expect(readFileSync(target, 'utf8')).toBe('');
  });
});
