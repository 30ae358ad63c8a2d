import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskFailure, errorCode } from '../../engine/archive/disk/disk-failure.ts';
import { MailstowError } from '../../engine/errors.ts';
import { safeFileName } from './safe-file-name.ts';

/** A file to be written; its name is anything that a stranger chose. */
export interface FolderFile {
  readonly name: string;
  open(): Readable | Promise<Readable>;
}

/** Numbers that are tried for files of one name. */
const mostOfOneName = 10_000;

/**
 * Writes files into a folder of a person's, each whole under its name, or not there. Nothing is ever overwritten: where
 * a name is taken the file gets a number (`report (2).pdf`).
 * @param folder absolute
 * @returns the names that they got, in order
 * @throws MailstowError where the disk refuses; what was written until then stays
 */
export async function writeInto(
  folder: string,
  files: Iterable<FolderFile> | AsyncIterable<FolderFile>,
): Promise<string[]> {
  const names: string[] = [];
  /** The next number to try, so that a thousand files of one name cost no million looks. */
  const next = new Map<string, number>();
  for await (const file of files) names.push(await writeOne(folder, file, next));
  return names;
}

async function writeOne(
  folder: string,
  { name, open }: FolderFile,
  next: Map<string, number>,
): Promise<string> {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.part`);
  let isOurs = false;
  try {
    const content = await open();
    const target = createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true });
    target.once('open', () => {
      isOurs = true;
    });
    await pipeline(content, target);
    return await place(temporary, folder, safeFileName(name), next);
  } catch (error) {
    throw diskFailure(error, 'writing-file', folder);
  } finally {
    if (isOurs) await rm(temporary, { force: true });
  }
}

async function place(
  temporary: string,
  folder: string,
  name: string,
  next: Map<string, number>,
): Promise<string> {
  for (let number = next.get(name) ?? 1; number <= mostOfOneName; number += 1) {
    const numbered = numberedName(name, number);
    if (!(await placeAs(temporary, join(folder, numbered)))) continue;
    next.set(name, number + 1);
    return numbered;
  }
  throw new MailstowError('not-a-file', { args: { path: join(folder, name) } });
}

/** @returns false where the name is taken */
async function placeAs(temporary: string, target: string): Promise<boolean> {
  try {
    // Unlike renaming, this replaces nothing.
    await link(temporary, target);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
  }
  // A stick that knows no second names.
  if (await isTaken(target)) return false;
  await rename(temporary, target);
  return true;
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** `report.pdf` as `report (2).pdf`; the first keeps its name. */
function numberedName(name: string, number: number): string {
  if (number === 1) return name;
  const ending = extname(name);
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
}
