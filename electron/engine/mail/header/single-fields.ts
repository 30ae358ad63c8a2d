import type { MessageFile } from '../message-file.ts';
import type { Header } from './header.ts';
import { parseStructured, type Structured } from './parameters.ts';

/**
 * Fields that must stand once (RFC 2045 section 3) and at times stand twice: the one is meant that fits the body.
 */

/** Bytes of a body that are looked at: what stands before the first boundary, or how the body begins. */
const looked = 16 * 1024;
/** Fields of one name that are weighed. */
const mostFields = 10;

/** @param start of the body, bytes */
export function contentType(
  header: Header,
  file: MessageFile,
  start: number,
  usual: string,
): Structured {
  const fields = given(header, 'content-type');
  if (fields.length < 2) return parseStructured(fields[0] ?? usual);
  const body = file.read(start, start + looked).toString('latin1');
  const parsed = fields.map(parseStructured);
  return best(parsed, each => typeFits(each, body)) ?? parseStructured(usual);
}

function typeFits({ value, parameters }: Structured, body: string): number {
  if (value.startsWith('multipart/')) {
    const boundary = parameters.get('boundary') ?? '';
    return boundary !== '' && `\n${body}`.includes(`\n--${boundary}`) ? 4 : -1;
  }
  if (!value.includes('/')) return -2;
  if (value === 'text/html') return isPage.test(body) ? 3 : 0;
  return parameters.size > 0 ? 1 : 0;
}

const isPage =
  /^\s{0,100}<(!doctype|!--|html|head|body|meta|div|p|table|center|font|span|br|a|b)\b/i;

/** @param start of the body, bytes */
export function transferEncoding(header: Header, file: MessageFile, start: number): string {
  const fields = given(header, 'content-transfer-encoding');
  const parsed = fields.map(field => parseStructured(field).value);
  if (parsed.length < 2) return parsed[0] ?? '';
  const body = file.read(start, start + looked).toString('latin1');
  return best(parsed, each => encodingFits(each, body)) ?? '';
}

function encodingFits(encoding: string, body: string): number {
  if (encoding === 'base64')
    return /^[A-Za-z0-9+/=\r\n]{1,2000}(?:--|$)/.test(`${body.slice(0, 1_000)}--`) ? 3 : -1;
  if (encoding === 'quoted-printable') return /=(?:[0-9A-F]{2}|\r?\n)/i.test(body) ? 2 : -1;
  return 0;
}

export function contentDisposition(header: Header): Structured {
  const parsed = given(header, 'content-disposition').map(parseStructured);
  return best(parsed, ({ parameters }) => (parameters.size > 0 ? 1 : 0)) ?? parseStructured('');
}

function given(header: Header, name: string): readonly string[] {
  if (header.first(name) === undefined) return [];
  return header
    .all(name)
    .filter(field => field !== '')
    .slice(0, mostFields);
}

/** Of several that fit equally, the first. */
function best<Each>(each: readonly Each[], weigh: (one: Each) => number): Each | undefined {
  let found: Each | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of each) {
    const fits = weigh(one);
    if (fits > most) [found, most] = [one, fits];
  }
  return found;
}
