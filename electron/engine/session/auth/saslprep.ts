/** RFC 3454 tables C.1.2 and B.1. */
const otherSpaces = anyOf('\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000', 'gu');
const mappedToNothing = anyOf(
  '\\u00ad\\u034f\\u1806\\u180b-\\u180d\\u200b-\\u200d\\u2060\\ufe00-\\ufe0f\\ufeff',
  'gu',
);

/** Tables C.2 to C.9, where control characters, private use, half characters and non-characters stand as a whole. */
const prohibited = anyOf(
  '\\p{Cc}\\p{Co}\\p{Cs}\\p{NChar}\\u0340\\u0341\\u06dd\\u070f\\u180e\\u200c-\\u200f\\u2028-\\u202e' +
    '\\u2060-\\u2063\\u206a-\\u206f\\u2ff0-\\u2ffb\\ufeff\\ufff9-\\ufffd\\u{1d173}-\\u{1d17a}' +
    '\\u{e0001}\\u{e0020}-\\u{e007f}',
);

/** Table D.1: what is written from right to left. */
const fromRight =
  '\\u05be\\u05c0\\u05c3\\u05d0-\\u05ea\\u05f0-\\u05f4\\u061b\\u061f\\u0621-\\u063a\\u0640-\\u064a\\u066d-\\u066f' +
  '\\u0671-\\u06d5\\u06dd\\u06e5\\u06e6\\u06fa-\\u06fe\\u0700-\\u070d\\u0710\\u0712-\\u072c\\u0780-\\u07a5\\u07b1' +
  '\\u200f\\ufb1d\\ufb1f-\\ufb28\\ufb2a-\\ufb36\\ufb38-\\ufb3c\\ufb3e\\ufb40\\ufb41\\ufb43\\ufb44\\ufb46-\\ufbb1' +
  '\\ufbd3-\\ufd3d\\ufd50-\\ufd8f\\ufd92-\\ufdc7\\ufdf0-\\ufdfc\\ufe70-\\ufe74\\ufe76-\\ufefc';
const anyFromRight = anyOf(fromRight);
const bothEndsFromRight = new RegExp(`^[${fromRight}](?:.*[${fromRight}])?$`, 'su');
/** In place of table D.2: letters of the other direction. */
const anyFromLeft = new RegExp(`(?![${fromRight}])[\\p{L}\\p{Nl}\\p{Mc}]`, 'u');

/**
 * RFC 4013, as a query: what is unassigned in Unicode 3.2 is allowed.
 * @returns the text as it is where the profile has no form for it, because a server that took such a password
 *   took it as it is
 */
export function saslPrep(text: string): string {
  const mapped = text.replace(otherSpaces, ' ').replace(mappedToNothing, '').normalize('NFKC');
  return mapped === '' || prohibited.test(mapped) || mixesDirections(mapped) ? text : mapped;
}

/** RFC 3454 section 6. */
function mixesDirections(text: string): boolean {
  return anyFromRight.test(text) && (anyFromLeft.test(text) || !bothEndsFromRight.test(text));
}

/** @param ranges of code points, as a character class has them */
function anyOf(ranges: string, flags = 'u'): RegExp {
  return new RegExp(`[${ranges}]`, flags);
}
