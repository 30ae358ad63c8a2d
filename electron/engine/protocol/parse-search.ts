import type { Lexer } from '../wire/lexer.ts';
import type { EsearchResponse, Response } from './response.ts';
import { fromNumbers, parseUidSet } from './uid-set.ts';

/**
 *     "SEARCH" *(SP nz-number) [SP "(" "MODSEQ" SP mod-sequence-value ")"]     RFC 3501 section 9, RFC 7162 section 7
 */
export function parseSearch(lexer: Lexer): Response {
  const uids = fromNumbers(numbersOf(lexer));
  let modseq: bigint | undefined;
  const isRead = lexer.attempt(() => {
    lexer.list(() => {
      if (lexer.expectAtom('MODSEQ').toUpperCase() !== 'MODSEQ') lexer.fail('MODSEQ');
      lexer.expectSpace();
      modseq = lexer.expectBigNumber();
    });
  });
  // What is found counts without it.
  if (!isRead) lexer.skipValue();
  return { kind: 'search', uids, ...(modseq !== undefined && { modseq }) };
}

function* numbersOf(lexer: Lexer): Generator<number> {
  for (let number = lexer.number(); number !== undefined; number = lexer.number()) {
    yield number;
    lexer.space();
  }
}

type Draft = { -readonly [Item in keyof EsearchResponse]: EsearchResponse[Item] };

/**
 *     esearch-response   = "ESEARCH" [search-correlator] [SP "UID"] *(SP search-return-data)
 *     search-correlator  = SP "(" "TAG" SP tag-string ")"                      RFC 9051 section 9
 */
export function parseEsearch(lexer: Lexer): EsearchResponse {
  const found: Draft = { kind: 'esearch', tag: parseCorrelator(lexer), uid: false };
  while (lexer.space() || !lexer.done) {
    const name = lexer.atom()?.toUpperCase();
    if (name === undefined) break;
    if (name === 'UID') found.uid = true;
    else if (name === 'ALL') readReturnData(lexer, name, found);
    else if (!lexer.attempt(() => readReturnData(lexer, name, found))) {
      lexer.space();
      lexer.skipValue();
    }
  }
  return found;
}

function parseCorrelator(lexer: Lexer): string | undefined {
  let tag: string | undefined;
  lexer.list(() => {
    const name = lexer.expectAtom('TAG').toUpperCase();
    lexer.expectSpace();
    const value = lexer.expectAstring();
    if (name === 'TAG') tag = value;
  });
  return tag;
}

function readReturnData(lexer: Lexer, name: string, found: Draft): void {
  lexer.expectSpace();
  switch (name) {
    case 'MIN':
      found.min = lexer.expectNumber();
      return;
    case 'MAX':
      found.max = lexer.expectNumber();
      return;
    case 'COUNT':
      found.count = lexer.expectNumber();
      return;
    case 'ALL':
      found.all = parseUidSet(lexer.word() ?? '') ?? lexer.fail('a set of numbers');
      return;
    case 'MODSEQ':
      found.modseq = lexer.expectBigNumber();
      return;
    default:
      lexer.skipValue();
  }
}
