import type { Frame } from '../wire/frame.ts';
import { Lexer } from '../wire/lexer.ts';
import { limits } from '../wire/limits.ts';
import { UnexpectedInput } from '../wire/unexpected-input.ts';
import { parseFetch } from './parse-fetch.ts';
import { parseList } from './parse-list.ts';
import { parseMailboxStatus } from './parse-mailbox-status.ts';
import { parseEsearch, parseSearch } from './parse-search.ts';
import {
  parseCapabilities,
  parseFlags,
  parseId,
  parseNamespace,
  parseVanished,
} from './parse-server-words.ts';
import { parseStatus, plainWords, statusWord } from './parse-status.ts';
import type { Response } from './response.ts';
import { salvageFetch } from './salvage-fetch.ts';

/** Untagged responses by their first word, the lexer standing behind it and its space. */
const untagged: ReadonlyMap<string, (lexer: Lexer) => Response> = new Map([
  ['CAPABILITY', lexer => parseCapabilities(lexer, 'capability')],
  ['ENABLED', lexer => parseCapabilities(lexer, 'enabled')],
  ['ID', parseId],
  ['NAMESPACE', parseNamespace],
  ['LIST', lexer => parseList(lexer, 'LIST')],
  ['LSUB', lexer => parseList(lexer, 'LSUB')],
  ['STATUS', parseMailboxStatus],
  ['SEARCH', parseSearch],
  ['ESEARCH', parseEsearch],
  ['FLAGS', parseFlags],
  ['VANISHED', parseVanished],
]);

/** Properties of a FETCH response of which nothing was read: kind, sequence, and sections, which then are none. */
const emptyFetch = 3;
const isFetch = /^\* +\d+ +FETCH\b/i;

/**
 *     response = *(continue-req / response-data) response-done               RFC 9051 section 9
 *
 * Never throws: what departs from the grammar is one `malformed` response, and the sinks of literals
 * that no response carries on are aborted.
 */
export function parseResponse(frame: Frame): Response {
  const response = read(frame);
  abortUnclaimed(frame, response);
  return response;
}

function read(frame: Frame): Response {
  try {
    return readWhole(frame, false);
  } catch (error) {
    if (!(error instanceof UnexpectedInput)) throw error;
    return readDamaged(frame) ?? malformed(frame, error.message);
  }
}

/** What can be had of a FETCH response in spite of the damage: a message is not to be lost by it. */
function readDamaged(frame: Frame): Response | undefined {
  if (!isFetch.test(frame.segments[0]?.toString('latin1', 0, limits.excerpt) ?? ''))
    return undefined;
  try {
    const response = readWhole(frame, true);
    const hasSections = response.kind === 'fetch' && response.sections.length > 0;
    if (hasSections || Object.keys(response).length > emptyFetch) {
      return hasSections ? response : (salvageFetch(frame) ?? response);
    }
  } catch (error) {
    if (!(error instanceof UnexpectedInput)) throw error;
  }
  return salvageFetch(frame);
}

function readWhole(frame: Frame, isDamaged: boolean): Response {
  const lexer = new Lexer(frame);
  const response = parseAny(lexer, isDamaged);
  lexer.space();
  if (!lexer.done && response.kind !== 'other') lexer.fail('the end of the response');
  return response;
}

function malformed(frame: Frame, reason: string): Response {
  const excerpt = frame.segments[0]?.toString('latin1', 0, limits.keptExcerpt) ?? '';
  return { kind: 'malformed', reason, excerpt: plainWords(excerpt) };
}

function parseAny(lexer: Lexer, isDamaged: boolean): Response {
  if (lexer.take('+')) return { kind: 'continuation', text: plainWords(lexer.rest()) };
  const tag = lexer.until(' ') ?? lexer.fail('a response');
  lexer.space();
  return tag === '*' ? parseUntagged(lexer, isDamaged) : parseTagged(lexer, tag);
}

/**
 *     response-tagged = tag SP resp-cond-state CRLF                            RFC 9051 section 9
 */
function parseTagged(lexer: Lexer, tag: string): Response {
  const status = statusWord(lexer.word()?.toUpperCase() ?? '');
  return status ? parseStatus(lexer, tag, status) : lexer.fail('OK, NO or BAD behind a tag');
}

/**
 *     response-data = "*" SP (resp-cond-state / resp-cond-bye / mailbox-data / message-data /
 *                     capability-data / enable-data) CRLF                      RFC 9051 section 9
 */
function parseUntagged(lexer: Lexer, isDamaged: boolean): Response {
  const number = lexer.number();
  lexer.space();
  const name = (lexer.word() ?? lexer.fail('the name of a response')).toUpperCase();
  const status = statusWord(name);
  if (status) return parseStatus(lexer, undefined, status);
  lexer.space();
  if (number !== undefined) return parseNumbered(lexer, name, number, isDamaged);
  return untagged.get(name)?.(lexer) ?? { kind: 'other', name };
}

/**
 *     mailbox-data = number SP "EXISTS" / number SP "RECENT"
 *     message-data = nz-number SP ("EXPUNGE" / ("FETCH" SP msg-att))           RFC 3501 section 9
 */
function parseNumbered(lexer: Lexer, name: string, number: number, isDamaged: boolean): Response {
  switch (name) {
    case 'FETCH':
      return parseFetch(lexer, number, isDamaged);
    case 'UIDFETCH':
      // UIDONLY, RFC 9586 section 3.3: there are no sequence numbers. Nobody enables it here.
      return { ...parseFetch(lexer, 0, isDamaged), uid: number };
    case 'EXISTS':
      return { kind: 'exists', count: number };
    case 'RECENT':
      return { kind: 'recent', count: number };
    case 'EXPUNGE':
      return { kind: 'expunge', sequence: number };
    default:
      return { kind: 'other', name };
  }
}

function abortUnclaimed(frame: Frame, response: Response): void {
  const sections = response.kind === 'fetch' ? response.sections : [];
  for (const literal of frame.literals) {
    if (literal.kind === 'streamed' && !sections.some(section => section.data === literal)) {
      literal.sink.abort();
    }
  }
}
