import { isWrapping } from './opened.ts';
import type { Part } from './structure.ts';

/** OpenPGP written into a text (RFC 9580 section 6.2). */
const armor = /^-----BEGIN PGP (SIGNED )?MESSAGE-----/m;

/** Whether something of a message is signed or encrypted, as far as its form tells. */
export function isProtected(root: Part, text: string): boolean {
  return hasProtectedPart(root) || armor.test(text);
}

function hasProtectedPart(part: Part): boolean {
  return (
    /^multipart\/(signed|encrypted)$/.test(part.type) ||
    isWrapping(part) ||
    part.parts.some(hasProtectedPart)
  );
}
