import { contentsOf } from './bodies.ts';
import { addressLine, shortName } from './header.ts';
import type { OctetFile } from './octet-file.ts';
import { readStructure } from './structure.ts';

/** What a list shows of a message. */
export interface Summary {
  /** Name or address of its author. */
  readonly sender: string;
  /** The author with the address, for finding. */
  readonly author: string;
  readonly subject: string;
  /** As the author's clock said; milliseconds since 1970 UTC. */
  readonly date: number | undefined;
  readonly attachments: number;
}

/** Characters of each that are kept: more than any list shows. */
const longest = 500;

/** Reads what a list needs of a message of any size. */
export function summarise(file: OctetFile, headersOnly: boolean): Summary {
  const { root } = readStructure(file);
  const { from, subject, date } = root.header;
  return {
    sender: shortName(from).slice(0, longest),
    author: addressLine(from).slice(0, longest),
    subject: subject.slice(0, longest),
    date,
    attachments: headersOnly ? 0 : contentsOf(root).attachments.length,
  };
}
