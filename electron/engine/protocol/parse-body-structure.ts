import type { Lexer } from '../wire/lexer.ts';
import { expectEnvelope } from './parse-envelope.ts';
import type {
  BodyStructure,
  Disposition,
  MultipartStructure,
  SinglePartStructure,
} from './response.ts';

const [OPENING, CLOSING] = [0x28, 0x29];

/**
 *     body = "(" (body-type-1part / body-type-mpart) ")"                        RFC 9051 section 9
 */
export function expectBodyStructure(lexer: Lexer): BodyStructure {
  let structure: BodyStructure | undefined;
  lexer.expectList(() => {
    if (structure !== undefined) lexer.fail('")"');
    structure = lexer.next === OPENING ? multipart(lexer) : singlePart(lexer);
  });
  return structure ?? lexer.fail('a body structure');
}

/**
 *     body-type-mpart = 1*body SP media-subtype [SP body-ext-mpart]
 *     body-ext-mpart  = body-fld-param [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc
 *                       *(SP body-extension)]]]                                 RFC 9051 section 9
 */
function multipart(lexer: Lexer): MultipartStructure {
  const parts: BodyStructure[] = [];
  while (lexer.next === OPENING) {
    parts.push(expectBodyStructure(lexer));
    lexer.space();
  }
  const subtype = expectText(lexer);
  const parameters = hasMore(lexer) ? { parameters: expectParameters(lexer) } : {};
  return { kind: 'multipart', parts, subtype, ...parameters, ...extensions(lexer) };
}

/**
 *     body-type-1part = (body-type-basic / body-type-msg / body-type-text) [SP body-ext-1part]
 *     body-fields     = body-fld-param SP body-fld-id SP body-fld-desc SP body-fld-enc SP
 *                       body-fld-octets
 *     body-type-msg   = media-message SP body-fields SP envelope SP body SP body-fld-lines
 *     body-type-text  = media-text SP body-fields SP body-fld-lines
 *     body-ext-1part  = body-fld-md5 [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc
 *                       *(SP body-extension)]]]                                 RFC 9051 section 9
 */
function singlePart(lexer: Lexer): SinglePartStructure {
  const type = expectText(lexer);
  const subtype = expectText(lexer);
  const fields = {
    parameters: expectParameters(lexer),
    id: expectNullable(lexer),
    description: expectNullable(lexer),
    encoding: expectText(lexer),
    size: expectSize(lexer),
  };
  const message = lexer.next === OPENING ? embeddedMessage(lexer) : {};
  const lines = lexer.number();
  lexer.space();
  return {
    kind: 'single',
    type,
    subtype,
    ...fields,
    ...message,
    ...(lines !== undefined && { lines }),
    ...(hasMore(lexer) && { md5: expectNullable(lexer) }),
    ...extensions(lexer),
  };
}

function embeddedMessage(lexer: Lexer): {
  envelope: SinglePartStructure['envelope'] & object;
  body: BodyStructure;
} {
  const envelope = expectEnvelope(lexer);
  lexer.space();
  const body = expectBodyStructure(lexer);
  lexer.space();
  return { envelope, body };
}

/** What a part may say of itself behind its own fields; nothing of it is sent in answer to BODY. */
type Extensions = Pick<MultipartStructure, 'disposition' | 'language' | 'location'>;

function extensions(lexer: Lexer): Extensions {
  const found = {
    ...(hasMore(lexer) && { disposition: expectDisposition(lexer) }),
    ...(hasMore(lexer) && { language: expectLanguage(lexer) }),
    ...(hasMore(lexer) && { location: expectNullable(lexer) }),
  };
  while (hasMore(lexer)) {
    lexer.skipValue();
    lexer.space();
  }
  return found;
}

function hasMore(lexer: Lexer): boolean {
  return lexer.next !== CLOSING;
}

function expectNullable(lexer: Lexer): string | null {
  const text = lexer.expectNstring();
  lexer.space();
  return text;
}

/** A string that some servers send as NIL where a message does not say. */
function expectText(lexer: Lexer): string {
  return expectNullable(lexer) ?? '';
}

function expectSize(lexer: Lexer): number {
  const size = lexer.nil() ? 0 : Number(lexer.expectBigNumber());
  lexer.space();
  return size;
}

/**
 *     body-fld-param = "(" string SP string *(SP string SP string) ")" / nil    RFC 9051 section 9
 */
function expectParameters(lexer: Lexer): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  if (!lexer.nil())
    lexer.expectList(() => parameters.set(expectText(lexer).toLowerCase(), expectText(lexer)));
  lexer.space();
  return parameters;
}

/**
 *     body-fld-dsp = "(" string SP body-fld-param ")" / nil                     RFC 9051 section 9
 */
function expectDisposition(lexer: Lexer): Disposition | null {
  let disposition: Disposition | null = null;
  if (!lexer.nil()) {
    lexer.expectList(() => {
      disposition = { type: expectText(lexer), parameters: expectParameters(lexer) };
    });
  }
  lexer.space();
  return disposition;
}

/**
 *     body-fld-lang = nstring / "(" string *(SP string) ")"                     RFC 9051 section 9
 */
function expectLanguage(lexer: Lexer): string[] {
  const languages: string[] = [];
  const isList = lexer.list(() => {
    languages.push(lexer.expectAstring());
  });
  if (!isList) {
    const language = lexer.expectNstring();
    if (language !== null) languages.push(language);
  }
  lexer.space();
  return languages;
}
