import type { Words } from './words.ts';
import { type XmlHandlers, XmlWalk } from './xml-walk.ts';
import type { Zip } from './zip-file.ts';

/** Walks through one part of a document, until its end or until enough has been read. */
export async function walkPart(
  zip: Zip,
  name: string,
  words: Words,
  handlers: XmlHandlers,
): Promise<void> {
  const walk = new XmlWalk(handlers);
  await zip.unpack(name, bytes => {
    walk.write(bytes);
    return !words.isFull;
  });
}

/** The parts whose names fit, in the order of their numbers: `slide2` before `slide10`. */
export function numberedParts(zip: Zip, pattern: RegExp): readonly string[] {
  const number = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  return zip.names
    .filter(name => pattern.test(name))
    .sort((one, other) => number(one) - number(other));
}
