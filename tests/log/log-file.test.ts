import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MailstowError, toFailure } from '../../electron/engine/errors.ts';
import { openLog } from '../../electron/log/log-file.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

function aLog(folder = temporaryFolder()) {
  const path = join(folder, 'logs', 'mailstow.log');
  const log = openLog(path);
  onTestFinished(() => log.close());
  return { log, path, folder, text: () => readFileSync(path, 'utf8') };
}

describe('the log', () => {
  test('is its owner’s alone, also where it was open to others before', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'mailstow.log');
    writeFileSync(path, '');
    chmodSync(path, 0o666);
    openLog(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(aLog(folder).path).mode & 0o777).toBe(0o600);
  });

  test('turns over, and keeps one old file', () => {
    const { log, path } = aLog();
    const line = 'x'.repeat(9_000);
    for (let count = 0; count < 600; count += 1) log.info(line);
    const files = readdirSync(join(path, '..')).sort();
    expect(files).toEqual(['mailstow.log', 'mailstow.old.log']);
    for (const name of files) {
      const { size, mode } = statSync(join(path, '..', name));
      expect(size).toBeLessThan(2_100_000);
      expect(mode & 0o777).toBe(0o600);
    }
  });

  test('has the stack of a defect and of its causes, once', () => {
    const { log, text } = aLog();
    const cause = new RangeError('the cause');
    const defect = new TypeError('the defect', { cause });
    toFailure(defect);
    toFailure(defect);
    toFailure(new MailstowError('disk-full-storing-messages', { cause: new Error('ENOSPC') }));
    log.close();
    toFailure(new Error('nobody listens'));
    expect(text()).toMatch(/ error: TypeError: the defect\n {8}at .*log-file\.test\.ts/);
    expect(text()).toMatch(/Caused by: RangeError: the cause\n {8}at /);
    expect(text()).toMatch(/MailstowError: The disk is full[\s\S]*Caused by: Error: ENOSPC/);
    expect(text().match(/the defect/g)).toHaveLength(1);
    expect(text()).not.toContain('nobody listens');
  });

  test('holds no password, whatever it came in with', () => {
    const { log, text } = aLog();
    log.hide('user', 'hunter2 & more');
    log.warn('The server says: LOGIN user "hunter2 & more" aHVudGVyMiAmIG1vcmU=');
    toFailure(new Error('cannot parse hunter2%20%26%20more'));
    expect(text()).toMatch(/LOGIN user "\*\*\*" \*\*\*\n/);
    expect(text()).not.toMatch(/hunter2|aHVudGVy/);
  });

  test('has one entry for each thing that is said: no text can look like another', () => {
    const { log, text } = aLog();
    log.warn('one\r\n2026-01-01T00:00:00.000Z info: forged\u2028three\x1b[2J');
    const entries = text()
      .split('\n')
      .filter(line => /^\S/.test(line));
    expect(entries).toHaveLength(1);
    expect(text()).not.toContain('\x1b');
  });

  test('that cannot be written is a failure, which says why', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => openLog(join(folder, 'file', 'log'))).toThrow(/can’t write the log/);
    expect(() => openLog(folder)).toThrow(/can’t write the log/);
  });
});
