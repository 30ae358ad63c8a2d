import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  identityFor,
  identityIn,
  isSameAccount,
  recordIdentity,
} from '../../../electron/engine/archive/account-identity.ts';
import { temporaryFolder } from './temporary-archive.ts';

const name = fc.record({
  user: fc.constantFrom('a', 'A', 'b', 'ž'),
  host: fc.constantFrom('mail.example.org', 'MAIL.example.org', '127.0.0.1', 'x'),
});

function place() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.mailstow'));
  return { folder, path: join(folder, '.mailstow', 'account.json') };
}

describe('whose mail an archive holds', () => {
  test('former names: each once, the latest last, and never the present one', () => {
    const { folder, path } = place();
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), ([first, ...later]) => {
        if (first === undefined) return;
        recordIdentity(path, { ...first, former: [] });
        let present = first;
        for (const account of later) {
          const replaces = { ...present, keepsNumbers: true };
          const identity = identityFor(path, folder, { account, replaces });
          expect(identity === undefined).toBe(isSameAccount(account, present));
          if (identity === undefined) continue;
          recordIdentity(path, identity);
          const read = identityIn(folder);
          expect(read).toEqual(identity);
          expect(read).toMatchObject(account);
          expect(read?.former.at(-1)).toMatchObject(present);
          const names = [account, ...identity.former].map(
            ({ user, host }) => `${user} ${host.toLowerCase()}`,
          );
          expect(new Set(names).size).toBe(names.length);
          present = account;
        }
      }),
    );
  });

  test('what earlier versions wrote is read, and written so as long as there is no former name', () => {
    const { folder, path } = place();
    const text = '{"user":"user","host":"mail.example.org"}\n';
    writeFileSync(path, text);
    const read = identityIn(folder);
    expect(read).toEqual({ user: 'user', host: 'mail.example.org', former: [] });
    if (read !== undefined) recordIdentity(path, read);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('a name that was not the recorded one is not replaced', () => {
    const { folder, path } = place();
    recordIdentity(path, { user: 'a', host: 'x', former: [] });
    const account = { user: 'b', host: 'x' };
    const claim = (user: string) => () =>
      identityFor(path, folder, { account, replaces: { user, host: 'x', keepsNumbers: true } });
    expect(claim('c')).toThrow(/already contains the archive of a on x/);
    expect(claim('a')()).toMatchObject({ ...account, former: [{ user: 'a', host: 'x' }] });
  });

  test('whatever stands in the file is an identity or none', () => {
    const { folder, path } = place();
    const part = fc.record(
      { user: fc.anything(), host: fc.anything(), former: fc.array(fc.anything()) },
      { requiredKeys: [] },
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      part.map(value => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, content => {
        writeFileSync(path, content);
        const read = identityIn(folder);
        if (read === undefined) return;
        expect(typeof read.user).toBe('string');
        expect(typeof read.host).toBe('string');
        for (const { user, host, until } of read.former) {
          expect([user, host, until].map(each => typeof each)).toEqual(Array(3).fill('string'));
        }
      }),
    );
  });

  test('a link in the place of what is ours is not followed', () => {
    const { folder, path } = place();
    recordIdentity(path, { user: 'a', host: 'x', former: [] });
    const other = join(folder, 'prepared');
    mkdirSync(other);
    symlinkSync(join(folder, '.mailstow'), join(other, '.mailstow'));
    expect(() => identityIn(other)).toThrow(/is a link/);
  });
});
