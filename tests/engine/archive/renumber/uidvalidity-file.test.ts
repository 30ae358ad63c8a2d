import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UidValidityFile } from '../../../../electron/engine/archive/renumber/uidvalidity-file.ts';
import { anyName } from '../layout/any-name.ts';
import { temporaryFolder } from '../temporary-archive.ts';

function withFile(content: string | Buffer, name = '.uidvalidity') {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, content);
  return { folder, path };
}

describe('reading', () => {
  test('names with =, UTF-8, escapes, a byte order mark and CRLF', () => {
    const { folder } = withFile(
      '\ufeffINBOX=1662988148\r\na=b=7\r\nEntwürfe & Co/日本語=4294967295\r\n\r\n50%25%0Aoff=0\r\n100%=3',
    );
    const file = new UidValidityFile(folder);
    const names = ['INBOX', 'a=b', 'Entwürfe & Co/日本語', '50%\noff', '100%', 'Sent'];
    expect(names.map(name => file.get(name))).toEqual([1662988148, 7, 4294967295, 0, 3, undefined]);
  });

  test.each([
    ['no number', 'INBOX=5\nSent\n', 2],
    ['no name', '=5\n', 1],
    ['not a number', 'INBOX=5x\n', 1],
    ['a sign', 'INBOX=-5\n', 1],
    ['a blank', 'INBOX= 5\n', 1],
    ['out of range', 'A=1\nB=2\nINBOX=4294967296\n', 3],
    ['two values of one mailbox', 'A=1\nA=2\n', 2],
    ['zeros of a lost block', 'A=1\n\0\0\0\0', 2],
  ])('%s: names the line and leaves the file', (_what, content, line) => {
    const { folder, path } = withFile(content);
    expect(() => new UidValidityFile(folder)).toThrow(
      expect.objectContaining({
        kind: 'uidvalidity-file-malformed',
        message: expect.stringContaining(`Line ${line} of`),
      }),
    );
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  test('bytes that are not UTF-8', () => {
    const { folder } = withFile(Buffer.from('A=1\nENTW\xdcRFE=2\n', 'latin1'));
    expect(() => new UidValidityFile(folder)).toThrow(/Line 2 of .*not UTF-8/);
  });

  test('a folder in its place cannot be read', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.uidvalidity'));
    expect(() => new UidValidityFile(folder)).toThrow(
      expect.objectContaining({ kind: 'uidvalidity-file-missing' }),
    );
  });
});

describe('writing', () => {
  test('one line a mailbox, in the order of their coming, names escaped', () => {
    const folder = temporaryFolder();
    const file = new UidValidityFile(folder);
    file.set('INBOX', 5);
    file.set('50%\noff\ud800', 6);
    file.set('INBOX', 7);
    expect(readFileSync(join(folder, '.uidvalidity'), 'utf8')).toBe(
      'INBOX=7\n50%25%0Aoff%ED%A0%80=6\n',
    );
    expect(new UidValidityFile(folder).get('50%\noff\ud800')).toBe(6);
  });

  test('whatever the names are, what is written is read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { maxLength: 8 }), names => {
        const folder = temporaryFolder();
        const file = new UidValidityFile(folder);
        for (const [index, name] of names.entries()) file.set(name, index);
        const read = new UidValidityFile(folder);
        expect(read.mailboxes()).toEqual(names);
        expect(names.map(name => read.get(name))).toEqual([...names.keys()]);
      }),
      { numRuns: 300, seed: 10 },
    );
  });

  test('lines that the first landing wrote with separators in them are read', () => {
    const { folder } = withFile('a\u2028b=5\na\u2029=6\n');
    expect(new UidValidityFile(folder).mailboxes()).toEqual(['a\u2028b', 'a\u2029']);
  });

  test.each([4294967296, -1, 1.5, Number.NaN])('%d is never written', value => {
    const { folder, path } = withFile('INBOX=5\n');
    expect(() => new UidValidityFile(folder).set('Sent', value)).toThrow(RangeError);
    expect(readFileSync(path, 'utf8')).toBe('INBOX=5\n');
  });

  test('goes on with the other name that the manual gives', () => {
    const { folder, path } = withFile('INBOX=5\n', '.uidvalidity.txt');
    new UidValidityFile(folder).set('Sent', 6);
    expect(readFileSync(path, 'utf8')).toBe('INBOX=5\nSent=6\n');
  });

  test('keeps what somebody else wrote in the meantime', () => {
    const { folder, path } = withFile('INBOX=5\n');
    const file = new UidValidityFile(folder);
    writeFileSync(path, 'INBOX=5\nSent=6\n');
    file.set('Work', 7);
    expect(readFileSync(path, 'utf8')).toBe('INBOX=5\nSent=6\nWork=7\n');
  });

  test('a file that vanished or was broken while in use is not replaced', () => {
    const { folder, path } = withFile('INBOX=5\n');
    const file = new UidValidityFile(folder);
    writeFileSync(path, 'nonsense\n');
    expect(() => file.set('Sent', 6)).toThrow(
      expect.objectContaining({ kind: 'uidvalidity-file-malformed' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('nonsense\n');
    rmSync(path);
    expect(() => file.set('Sent', 6)).toThrow(
      expect.objectContaining({ kind: 'uidvalidity-file-missing' }),
    );
  });
});
