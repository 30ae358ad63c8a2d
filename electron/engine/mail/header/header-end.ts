const [tab, lineFeed, carriageReturn, blank, hyphen, colon] = [9, 10, 13, 32, 45, 58];
/** Longest name of a field that is one. */
const longestName = 100;

/** Fields that stand in no text by chance. */
const known =
  /^(from|sender|reply-to|to|cc|bcc|subject|date|message-id|in-reply-to|references|received|return-path|delivered-to|mime-version|content-[a-z-]+|x-[!-9;-~]+|list-[a-z-]+|resent-[a-z-]+|dkim-signature|status|keywords|comments|organization|user-agent|importance|priority|thread-[a-z-]+|authentication-results|arc-[a-z-]+|auto-submitted|precedence|return-receipt-to|disposition-notification-to|errors-to|envelope-to|original-[a-z-]+|reporting-mta|final-recipient|action|diagnostic-code)$/i;

/** Whether a header says anything that only headers say. */
export function isKnownField(name: string): boolean {
  return known.test(name);
}

/**
 * Where a header ends and its body begins: at the empty line, at a boundary where that is missing, or at a line that
 * is no field with no field behind it (RFC 5322 section 2.2).
 * @param bytes from the beginning of the header
 * @param isWhole no more bytes follow that could be of it
 * @returns undefined where no end is among them
 */
export function headerEnds(
  bytes: Buffer,
  isWhole: boolean,
): { header: number; body: number } | undefined {
  let odd: number | undefined;
  const found = (header: number, body: number) =>
    odd === undefined ? { header, body } : { header: odd, body: odd };
  for (let line = 0; line < bytes.length; ) {
    const [first, second] = [bytes[line], bytes[line + 1]];
    if (first === lineFeed) return found(line, line + 1);
    if (first === carriageReturn && second === lineFeed) return found(line, line + 2);
    if (first === hyphen && second === hyphen) return found(line, line);
    const isContinued = (first === blank || first === tab) && line > 0;
    if (!isContinued) {
      const name = nameAt(bytes, line);
      if (name === undefined) odd ??= line;
      else if (odd !== undefined && known.test(bytes.toString('latin1', line, name)))
        odd = undefined;
    }
    const end = bytes.indexOf(lineFeed, line);
    if (end < 0) break;
    line = end + 1;
  }
  return odd === undefined || !isWhole ? undefined : found(odd, odd);
}

/** @returns where the name of a field ends; undefined where no field begins */
function nameAt(bytes: Buffer, start: number): number | undefined {
  let at = start;
  while (at - start < longestName) {
    const byte = bytes[at] ?? 0;
    if (byte === colon) return at > start ? at : undefined;
    if (byte <= blank || byte > 126) break;
    at += 1;
  }
  const end = at;
  while (bytes[at] === blank || bytes[at] === tab) at += 1;
  return end > start && bytes[at] === colon ? end : undefined;
}
