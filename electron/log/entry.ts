/** Further lines are set in, so that nothing in a text looks like an entry of its own. */
export function asEntry(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replaceAll('\n', '\n    ');
}
