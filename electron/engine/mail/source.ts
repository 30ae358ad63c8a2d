import type { OctetFile } from './octet-file.ts';

/** Octets of a message's source that are shown. */
const longest = 1_000_000;

/** A message as it came; octets that are no UTF-8 are shown as Windows-1252 has them. */
export function sourceOf(file: OctetFile): { text: string; cut: boolean } {
  const octets = file.read(0, longest);
  return { text: textOf(octets), cut: file.size > octets.length };
}

function textOf(octets: Buffer): string {
  try {
    // A stream, so that a letter that was cut in two is none.
    return new TextDecoder('utf-8', { fatal: true }).decode(octets, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}
