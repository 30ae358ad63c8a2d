import { placeOf } from './decode-part.ts';
import { MessageFile } from './message-file.ts';
import { type PartPlace, wrappedIn } from './part-bytes.ts';
import { type Part, readStructure, type Structure } from './structure.ts';

/** What a message says, where all of it is wrapped in a signature: in memory, and where that is in the file. */
export interface Opened extends Structure {
  readonly file: MessageFile;
  /** Undefined where nothing was wrapped. */
  readonly within: PartPlace | undefined;
}

/** Messages wrapped in messages that are unwrapped. */
const deepest = 3;

/** Takes the signature off that wraps a message whole (RFC 8551 section 3.5.2); what wraps nothing stays as it is. */
export function opened(structure: Structure, file: MessageFile): Opened {
  let found: Opened = { ...structure, file, within: undefined };
  for (let depth = 0; depth < deepest; depth += 1) {
    const inner = unwrapped(found);
    if (inner === undefined) break;
    found = inner;
  }
  return found;
}

function unwrapped({ root, file, within }: Opened): Opened | undefined {
  if (!isWrapping(root)) return undefined;
  const place = placeOf(root);
  const content = wrappedIn(file, place);
  if (content === undefined) return undefined;
  const inner = new MessageFile(content);
  return {
    ...readStructure(inner),
    file: inner,
    within: within === undefined ? place : { ...place, within },
  };
}

/** Of a kind that may hold something together with its signature. */
export function isWrapping({ type }: Part): boolean {
  return /^application\/(x-)?pkcs7-mime$/.test(type);
}
