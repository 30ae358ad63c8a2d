import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCredentials } from '../../electron/cli/credentials.ts';
import { toFailure } from '../../electron/engine/errors.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailstow-credentials-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function authFile(content: string | Buffer, mode = 0o600): Promise<string> {
  files += 1;
  const path = join(folder, `auth-${files}`);
  await writeFile(path, content);
  await chmod(path, mode);
  return path;
}

async function read(content: string | Buffer, mode?: number) {
  const warnings: string[] = [];
  const credentials = await readCredentials(await authFile(content, mode), text =>
    warnings.push(text),
  );
  return { credentials, warnings };
}

async function refusal(content: string | Buffer): Promise<string> {
  try {
    await read(content);
  } catch (error) {
    const failure = toFailure(error);
    expect(failure.kind).toBe('credentials-file');
    return `${failure.message} ${failure.nextStep}`;
  }
  throw new Error('accepted');
}

describe('auth file', () => {
  test('is read as the manual writes it', async () => {
    const { credentials, warnings } = await read('username = user\npassword = secret\n');
    expect(credentials).toEqual({ user: 'user', password: 'secret' });
    expect(warnings).toEqual([]);
  });

  test('may have a byte order mark, CRLF, comments, blank lines, another order and = in a value', async () => {
    const { credentials } = await read(
      '\ufeff# mine\r\n\r\npassword=pä ss=wörd # kept\r\n  username =\tme@example.org \r\n',
    );
    expect(credentials).toEqual({ user: 'me@example.org', password: 'pä ss=wörd # kept' });
  });

  test('warns when others can read it, and of an unknown key without showing its value', async () => {
    const { warnings } = await read('username=u\npassword=p\npasswort=hunter2\n', 0o644);
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).toMatch(/chmod 600/);
    expect(warnings.join()).not.toMatch(/hunter2/);
  });

  test.each([
    ['no password', 'username = u\n', /password is missing/],
    ['an empty password', 'username = u\npassword =\n', /line 2: password is empty/],
    [
      'a key twice',
      'username = u\nusername = v\npassword = hunter2\n',
      /line 2: username appears twice/,
    ],
    ['a line without =', 'username = u\nhunter2\n', /line 2: there is no '='/],
    ['nothing', '', /username is missing/],
    ['what is not UTF-8', Buffer.from([0x75, 0xff, 0xfe]), /not UTF-8/],
  ])('with %s is refused, and no value is shown', async (_name, content, words) => {
    const text = await refusal(content);
    expect(text).toMatch(words);
    expect(text).not.toMatch(/hunter2/);
  });

  test('that is not there, or a folder, is named', async () => {
    const missing = readCredentials(join(folder, 'nowhere'), () => {});
    await expect(missing).rejects.toThrow(/nowhere can’t be read: there is no such file/);
    await expect(readCredentials(folder, () => {})).rejects.toThrow(/is not a file/);
  });
});
