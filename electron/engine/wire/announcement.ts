/** Octets of a status line that are looked at to recognise it: a tag, a space, the longest status word. */
const statusHead = 64;
const statusLine = /^(?:\+|\S+ (?:OK|NO|BAD|BYE|PREAUTH))(?: |$)/i;
const [QUOTE, BACKSLASH, OPENING_BRACE, CLOSING_BRACE] = [0x22, 0x5c, 0x7b, 0x7d];
const [ZERO, NINE, PLUS, MINUS, ASTERISK] = [0x30, 0x39, 0x2b, 0x2d, 0x2a];

/**
 * The size of the literal that a line announces at its very end, outside a quoted string.
 *
 *     literal  = "{" number64 ["+"] "}" CRLF *CHAR8       RFC 9051 section 9
 *     literal8 = "~{" number64 "}" CRLF *OCTET            RFC 9051 section 9
 *
 * @param line without its line end
 * @param first the line begins a response
 * @returns octets, or undefined when the response ends here
 */
export function announcedLiteral(line: Buffer, first: boolean): number | undefined {
  if (line[line.length - 1] !== CLOSING_BRACE) return undefined;
  const signed = line[line.length - 2];
  const end = signed === PLUS || signed === MINUS ? line.length - 2 : line.length - 1;
  let at = end - 1;
  while (isDigit(line[at])) at--;
  if (at === end - 1 || line[at] !== OPENING_BRACE) return undefined;
  if (endsInsideQuotes(line, at) && !standsBehindSection(line, at)) return undefined;
  return first && endsInWords(line) ? undefined : Number(line.toString('latin1', at + 1, end));
}

function isDigit(octet = 0): boolean {
  return octet >= ZERO && octet <= NINE;
}

/** Quoted strings never span lines, so each line starts outside of one. */
function endsInsideQuotes(line: Buffer, end: number): boolean {
  let inside = false;
  for (let at = line.indexOf(QUOTE); at >= 0 && at < end; at++) {
    const octet = line[at];
    if (octet === QUOTE) inside = !inside;
    else if (octet === BACKSLASH && inside) at++;
  }
  return inside;
}

/** Octets before a literal in which the name of its section is looked for. */
const sectionName = 4_096;
const section = /\b(?:BODY\[[^\][]*\](?:<\d+>)?|RFC822(?:\.HEADER|\.TEXT)?) *~?$/i;

/**
 * A quoted string that does not end on its line is damaged in any case: then the octets of a message are
 * taken for what they are, and the attribute for what it is.
 */
function standsBehindSection(line: Buffer, end: number): boolean {
  if (line[0] !== ASTERISK || !isDigit(line[2])) return false;
  return section.test(line.toString('latin1', Math.max(0, end - sectionName), end));
}

/**
 * A status response ends in words for people, where braces mean nothing: servers repeat a command
 * they did not understand, literal announcement and all. Only its bracketed code can hold a literal.
 */
function endsInWords(line: Buffer): boolean {
  // As FETCH begins, of which there are many: `* 23 FETCH …`
  if (line[0] === ASTERISK && isDigit(line[2])) return false;
  if (!statusLine.test(line.toString('latin1', 0, statusHead))) return false;
  return line.lastIndexOf('[') <= line.lastIndexOf(']');
}
