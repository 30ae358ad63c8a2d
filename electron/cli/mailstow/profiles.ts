import { readdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeFolder, writeAtomically } from '../../engine/archive/disk/atomic-file.ts';
import { diskFailure, errorCode } from '../../engine/archive/disk/disk-failure.ts';
import { wrong } from '../argument-values.ts';
import type { OptionTable } from '../option-table.ts';
import { type ArchiveValues, archiveOptions } from './option-tables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Rises when a saved option changes its meaning. */
const format = 1;

/** Options that name a file or a folder: saved whole, so that a profile works from everywhere. */
const paths = [
  'folder',
  'auth-file',
  'certificate-file',
  'certificate-folder',
  'vault-password-file',
] as const;

/** Where profiles are: MAILSTOW_CONFIG, else the place that the system has for such things. */
export function profileFolder(env: Environment): string {
  const own = env.MAILSTOW_CONFIG;
  if (own) return join(resolve(own), 'profiles');
  if (process.platform === 'win32') {
    const roaming = env.APPDATA || join(homedir(), 'AppData', 'Roaming');
    return join(roaming, 'Mailstow', 'profiles');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'Mailstow', 'profiles');
  }
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'mailstow', 'profiles');
}

/** What is saved under a name. */
export interface SavedProfile {
  readonly options: ArchiveValues;
  /** The folder, absolute, in which runs of this profile stored mail; absent before the first, and of earlier versions. */
  readonly storedIn?: string;
}

/** @throws MailstowError of kind `arguments` where there is none, or none that this version understands */
export async function readProfile(name: string, env: Environment): Promise<SavedProfile> {
  const path = pathOf(name, env);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw wrong(
        `There is no profile '${name}'`,
        "'mailstow profile list' lists them, 'mailstow profile save' creates one.",
      );
    }
    throw wrong(`The profile ${path} can’t be read (${errorCode(error)})`, 'Make it readable.');
  }
  return parseProfile(text, path);
}

/** Saves options, in the place of what was there under that name. @throws MailstowError */
export function saveProfile(
  name: string,
  { options: values, storedIn }: SavedProfile,
  env: Environment,
): string {
  const path = pathOf(name, env);
  const absolute = Object.fromEntries(
    paths.flatMap(option => {
      const value = values[option];
      return value === undefined ? [] : [[option, resolve(value)]];
    }),
  );
  const options = { ...values, ...absolute };
  try {
    makeFolder(profileFolder(env));
    const saved = { version: format, options, storedIn };
    writeAtomically(path, `${JSON.stringify(saved, undefined, 2)}\n`);
  } catch (error) {
    throw diskFailure(error, 'saving-profile', path);
  }
  return path;
}

/** The names of all profiles in alphabetical order. */
export async function profileNames(env: Environment): Promise<string[]> {
  try {
    const files = await readdir(profileFolder(env));
    return files
      .filter(file => file.endsWith('.json'))
      .map(file => file.slice(0, -5))
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw diskFailure(error, 'reading', profileFolder(env));
  }
}

export async function removeProfile(name: string, env: Environment): Promise<void> {
  try {
    await rm(pathOf(name, env));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw wrong(`There is no profile '${name}'`, "'mailstow profile list' lists them.");
    }
    throw diskFailure(error, 'removing-profile', name);
  }
}

function pathOf(name: string, env: Environment): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u.test(name) || /[. ]$/.test(name)) {
    throw wrong(
      `'${name}' can’t be used as a profile name`,
      'Use at most 64 letters, digits, spaces, dots and hyphens.',
    );
  }
  return join(profileFolder(env), `${name}.json`);
}

function parseProfile(text: string, path: string): SavedProfile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(path, 'it is not JSON');
  }
  if (!isObject(value) || !isObject(value.options)) throw damaged(path, 'its options are missing');
  if (value.version !== format) {
    throw wrong(
      `The profile ${path} has version ${JSON.stringify(value.version)}, but this Mailstow reads version ${format}`,
      'Save it again, or use the version of Mailstow that saved it.',
    );
  }
  const { options, storedIn } = value;
  for (const [name, saved] of Object.entries(options)) {
    if (!isValueOf(name, saved)) throw damaged(path, `its option '${name}' can’t be understood`);
  }
  return { options, ...(typeof storedIn === 'string' && { storedIn }) };
}

function isValueOf(name: string, value: unknown): boolean {
  const known: OptionTable = archiveOptions;
  const row = Object.hasOwn(known, name) ? known[name] : undefined;
  if (row === undefined) return false;
  if (typeof row === 'string') return typeof value === 'boolean';
  if (!row.multiple) return typeof value === 'string';
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(path: string, reason: string) {
  return wrong(`The profile ${path} is damaged: ${reason}`, 'Fix it, or save it again.');
}
