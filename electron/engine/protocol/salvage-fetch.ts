import { DiscardedLiteral } from '../wire/discarded-literal.ts';
import type { Frame } from '../wire/frame.ts';
import { limits } from '../wire/limits.ts';
import { parseInternalDate } from './internal-date.ts';
import { quirkOldSectionNames } from './quirks.ts';
import type { BodySection, FetchResponse } from './response.ts';

/** A literal's announcement and what stands before it; a section that names header fields has parentheses. */
const announced = /(?:BODY\[([^\][]*)\]|(RFC822(?:\.HEADER|\.TEXT)?)) *~?\{\d+[+-]?\}$/i;
/** So many octets before a literal are looked at: the longest list of header fields that is asked for fits. */
const behindName = 4_096;

/**
 * What there is of a message in a FETCH response that cannot be read as a whole: octets of sections, and
 * the attributes that are beyond doubt. Damage to one attribute costs no message.
 * @returns undefined when there is no section in it
 */
export function salvageFetch({ segments, literals }: Frame): FetchResponse | undefined {
  const texts = segments.map(segment => segment.toString('latin1'));
  const sequence = /^\* +(\d{1,10}) +FETCH\b/i.exec(texts[0]?.slice(0, limits.excerpt) ?? '')?.[1];
  if (sequence === undefined) return undefined;
  const sections = literals.flatMap((data, index): BodySection[] => {
    const named = announced.exec(texts[index]?.slice(-behindName) ?? '');
    const isLost = data.kind === 'streamed' && data.sink instanceof DiscardedLiteral;
    if (named === null || isLost) return [];
    const section = named[1] ?? quirkOldSectionNames.get(named[2]?.toUpperCase() ?? '') ?? '';
    return [{ section: section.toUpperCase(), data }];
  });
  if (sections.length === 0) return undefined;
  const words = texts.map(withoutQuoted).join(' ');
  const uid = numberOf(words, /[( ]UID[ \0]+(\d{1,10})(?![\d.])/i);
  const size = numberOf(words, /[( ]RFC822\.SIZE[ \0]+(\d{1,15})(?![\d.e])/i);
  const flags = /[( ]FLAGS *\(([^()]*)\)/i.exec(words)?.[1];
  const date = texts.map(text => /INTERNALDATE *"([^"]{1,40})"/i.exec(text)?.[1]).find(Boolean);
  const internalDate = parseInternalDate(date ?? '');
  return {
    kind: 'fetch',
    sequence: Number(sequence),
    sections,
    ...(uid !== undefined && uid > 0 && { uid }),
    ...(size !== undefined && { size }),
    ...(flags !== undefined && { flags: flags.split(/[ \0]+/).filter(flag => flag !== '') }),
    ...(internalDate !== undefined && { internalDate }),
  };
}

function numberOf(words: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(words)?.[1];
  const number = Number(digits);
  return digits === undefined || number > 2 ** 53 ? undefined : number;
}

/** A stranger's subject may look like an attribute. What stands behind a quote without an end is kept. */
function withoutQuoted(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let start = text.indexOf('"'); start >= 0; start = text.indexOf('"', from)) {
    const end = endOfQuoted(text, start + 1);
    if (end === undefined) break;
    kept.push(text.slice(from, start));
    from = end + 1;
  }
  return `${kept.join('""')}${text.slice(from)}`;
}

function endOfQuoted(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return undefined;
}
