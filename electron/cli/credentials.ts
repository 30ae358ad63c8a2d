import type { Credentials } from '../../shared/model/account.ts';
import { MailstowError } from '../engine/errors.ts';
import { readSmallFile } from './small-file.ts';

/**
 * Reads an auth_file (manual of the first imapcl, section 2.1): UTF-8 lines `username = …` and
 * `password = …` in any order.
 * @param warn told about unknown keys and about a file that others can read
 * @throws MailstowError of kind `credentials-file`; its words never quote a value
 */
export async function readCredentials(
  path: string,
  warn: (message: string) => void,
): Promise<Credentials> {
  const { text, isOpenToOthers } = await readSmallFile(path, unusable);
  if (isOpenToOthers) {
    warn(`Other users of this computer can read ${path}. To prevent that, run: chmod 600 ${path}`);
  }
  return parseCredentials(text, path, warn);
}

function parseCredentials(
  text: string,
  path: string,
  warn: (message: string) => void,
): Credentials {
  const values = new Map<string, string>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const place = `${path}, line ${index + 1}`;
    const equals = line.indexOf('=');
    if (equals < 0) throw unusable(`${place}: there is no '='`);
    const key = line.slice(0, equals).trim();
    if (key !== 'username' && key !== 'password') {
      warn(`${place}: this key is unknown and was ignored; use username and password`);
      continue;
    }
    if (values.has(key)) throw unusable(`${place}: ${key} appears twice`);
    const value = line.slice(equals + 1).trim();
    if (value === '') throw unusable(`${place}: ${key} is empty`);
    if (value.includes('\0')) throw unusable(`${place}: ${key} contains a NUL character`);
    values.set(key, value);
  }
  const user = values.get('username');
  const password = values.get('password');
  if (user === undefined || password === undefined) {
    throw unusable(`${path}: ${user === undefined ? 'username' : 'password'} is missing`);
  }
  return { user, password };
}

function unusable(message: string): MailstowError {
  return new MailstowError('credentials-file-unusable', { args: { problem: message } });
}
