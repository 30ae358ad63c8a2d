import type { Words } from './words.ts';
import { Zip } from './zip-file.ts';

/** The names of the files in a ZIP file, with the folders they are in; what is in them is not read. */
export async function readZipNames(bytes: Buffer, words: Words): Promise<void> {
  const zip = await Zip.open(bytes);
  if (zip.isCut) words.cut();
  for (const name of zip.names) {
    if (words.isFull) return;
    words.line(name);
  }
}
