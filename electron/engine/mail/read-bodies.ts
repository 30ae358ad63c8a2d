import type { Body } from './bodies.ts';
import { decodeText } from './decode-part.ts';
import type { MessageFile } from './message-file.ts';
import type { Part } from './structure.ts';

/** A piece of a form, as far as it was read. */
export interface ReadPart {
  readonly isHtml: boolean;
  readonly text: string;
}

/** A body's forms as text. */
export interface ReadBody {
  readonly plain: readonly ReadPart[];
  readonly rich: readonly ReadPart[];
}

export interface ReadBodies {
  readonly bodies: readonly ReadBody[];
  /** Something was left unread because there is too much of it. */
  readonly isCut: boolean;
  readonly isDamaged: boolean;
}

/** Parts of each form that are read: digests have dozens, attacks thousands. */
const mostParts = 50;
/** Bytes of each form that are read, over all bodies: a million characters, each escaped as three. */
const mostBytes = 3_000_000;

/** Reads each body once, and no more of all of them together than is shown. */
export function readBodies(file: MessageFile, bodies: readonly Body[]): ReadBodies {
  const left = { plain: mostBytes, rich: mostBytes };
  const parts = { plain: mostParts, rich: mostParts };
  let isCut = false;
  let isDamaged = false;
  const read = (form: keyof Body, body: Body): ReadPart[] =>
    body[form].slice(0, Math.max(0, parts[form])).map((part: Part) => {
      const bytes = Math.min(part.end - part.start, left[form]);
      const isWhole = part.end - part.start <= bytes;
      left[form] -= bytes;
      const decoded = decodeText(file, part, bytes);
      // Where it was cut, its end is missing by our own doing.
      if (isWhole) isDamaged ||= decoded.isDamaged;
      else isCut = true;
      return { isHtml: part.type === 'text/html', text: decoded.text };
    });
  const found: ReadBody[] = [];
  for (const body of bodies) {
    if (body.plain.length > parts.plain || body.rich.length > parts.rich) isCut = true;
    found.push({ plain: read('plain', body), rich: read('rich', body) });
    parts.plain -= body.plain.length;
    parts.rich -= body.rich.length;
  }
  return { bodies: found, isCut, isDamaged };
}
