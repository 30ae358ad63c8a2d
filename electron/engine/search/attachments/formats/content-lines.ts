import ICAL from 'ical.js';
import { Unreadable } from './unreadable.ts';
import type { Words } from './words.ts';

/** A property as jCal has it (RFC 7265): name, parameters, kind of value, values. */
export type Property = readonly [
  string,
  Readonly<Record<string, unknown>>,
  string,
  ...(readonly unknown[]),
];

/** A component as jCal has it: name, properties, components within. */
export type Component = readonly [string, readonly Property[], readonly Component[]];

/**
 * The components of a file that have words (RFC 5545, RFC 6350), each read for itself: one that is damaged costs no
 * other, and of many only one is held.
 * @throws Unreadable `damaged` where none can be read
 */
export function* componentsIn(text: string, names: string, words: Words): Generator<Component> {
  const edge = new RegExp(`^(BEGIN|END):(${names})[ \\t]*$`, 'gim');
  let begin: number | undefined;
  let found = 0;
  for (const { index, 0: line, 1: kind = '' } of text.matchAll(edge)) {
    if (words.isFull) return;
    if (kind.toUpperCase() === 'BEGIN') {
      if (begin !== undefined) words.cut();
      begin = index;
      continue;
    }
    if (begin === undefined) continue;
    const component = parse(text.slice(begin, index + line.length));
    begin = undefined;
    if (component === undefined) {
      words.cut();
      continue;
    }
    found += 1;
    yield component;
  }
  if (begin !== undefined) words.cut();
  if (found === 0 && (words.isCut || !/^BEGIN:V/im.test(text))) throw new Unreadable('damaged');
}

/** Characters of a line before its value: the library takes the square of its parameters. */
const longestHead = 10_000;

function parse(text: string): Component | undefined {
  const lines = text.replace(/\n[ \t]/g, '').split('\n');
  if (lines.some(line => headOf(line) > longestHead)) return undefined;
  try {
    return ICAL.parse(text) as unknown as Component;
  } catch {
    return undefined;
  }
}

/** The name that stands beside an address, and the values, of which one may have parts. */
export function valuesOf([, parameters, , ...values]: Property): readonly string[] {
  const name = typeof parameters.cn === 'string' ? [parameters.cn] : [];
  const texts = values.flat(2).filter(value => typeof value === 'string');
  return [...name, ...texts];
}

function headOf(line: string): number {
  const colon = line.indexOf(':');
  return colon < 0 ? line.length : colon;
}
