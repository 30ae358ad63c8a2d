import type { Body } from './bodies.ts';
import { decodeText } from './decode-part.ts';
import type { OctetFile } from './octet-file.ts';
import type { Part } from './structure.ts';

/** A body's forms as text, as far as they were read. */
export interface ReadBody {
  readonly text: string | undefined;
  readonly html: string | undefined;
}

export interface ReadBodies {
  readonly bodies: readonly ReadBody[];
  /** Something was left unread because there is too much of it. */
  readonly isCut: boolean;
}

/** Bodies that are read: digests have dozens, attacks thousands. */
const mostBodies = 50;
/** Octets of each form that are read, over all bodies: a million characters, each escaped as three. */
const mostOctets = 3_000_000;

/** Reads each body once, and no more of all of them together than is shown. */
export async function readBodies(file: OctetFile, bodies: readonly Body[]): Promise<ReadBodies> {
  const left = { text: mostOctets, html: mostOctets };
  let isCut = bodies.length > mostBodies;
  const read = async (form: keyof Body, part: Part | undefined) => {
    if (part === undefined) return undefined;
    const octets = Math.min(part.end - part.start, left[form]);
    if (part.end - part.start > octets) isCut = true;
    left[form] -= octets;
    return decodeText(file, part, octets);
  };
  const found: ReadBody[] = [];
  for (const { text, html } of bodies.slice(0, mostBodies)) {
    found.push({ text: await read('text', text), html: await read('html', html) });
  }
  return { bodies: found, isCut };
}
