/**
 * RFC 3501 section 5.1.3, encoding only: a server knows its own names and compares bytes.
 * Written apart from the engine's, so that each can prove the other wrong.
 */
export function encodeModifiedUtf7(name: string): string {
  return name.replace(/&|[^\x20-\x7e]+/g, run => {
    if (run === '&') return '&-';
    const utf16 = Buffer.from(run, 'utf16le').swap16();
    return `&${utf16.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  });
}
