import type { Lexer } from '../wire/lexer.ts';
import { decodeMailbox } from './mailbox-name.ts';
import { quirkNilList } from './quirks.ts';
import type { Namespace, NamespaceResponse, Response } from './response.ts';
import { parseUidSet } from './uid-set.ts';

/**
 *     capability-data = "CAPABILITY" *(SP capability) SP "IMAP4rev2" *(SP capability)
 *     enable-data     = "ENABLED" *(SP capability)                             RFC 9051 section 9
 *
 * @returns names in upper case: they are compared without regard to it
 */
export function parseCapabilities(lexer: Lexer, kind: 'capability' | 'enabled'): Response {
  const capabilities: string[] = [];
  for (let word = lexer.word(); word !== undefined; word = lexer.word()) {
    capabilities.push(word.toUpperCase());
    lexer.space();
  }
  return { kind, capabilities };
}

/**
 *     "FLAGS" SP flag-list                                                      RFC 9051 section 9
 */
export function parseFlags(lexer: Lexer): Response {
  return { kind: 'flags', flags: expectFlagList(lexer) };
}

/** `flag-list`; flags are taken as words, since servers let anything pass as a keyword. */
export function expectFlagList(lexer: Lexer): string[] {
  const flags: string[] = [];
  quirkNilList(lexer, () => flags.push(lexer.word() ?? lexer.fail('a flag')));
  return flags;
}

/**
 *     id_response     = "ID" SP id_params_list
 *     id_params_list  = "(" *(string SP nstring) ")" / nil                      RFC 2971 section 4
 */
export function parseId(lexer: Lexer): Response {
  if (lexer.nil()) return { kind: 'id', fields: null };
  const fields = new Map<string, string | null>();
  lexer.expectList(() => {
    const name = lexer.expectAstring();
    lexer.space();
    fields.set(name, lexer.expectNstring());
  });
  return { kind: 'id', fields };
}

/**
 *     namespace-response = "NAMESPACE" SP namespace SP namespace SP namespace
 *     namespace-descr    = "(" string SP (DQUOTE QUOTED-CHAR DQUOTE / nil)
 *                          [namespace-response-extensions] ")"                  RFC 9051 section 9
 *
 * Some servers end it early.
 */
export function parseNamespace(lexer: Lexer): NamespaceResponse {
  const personal = namespaces(lexer);
  lexer.space();
  const otherUsers = lexer.done ? [] : namespaces(lexer);
  lexer.space();
  const shared = lexer.done ? [] : namespaces(lexer);
  return { kind: 'namespace', personal, otherUsers, shared };
}

function namespaces(lexer: Lexer): Namespace[] {
  const found: Namespace[] = [];
  quirkNilList(lexer, () => {
    const parts: (string | null)[] = [];
    lexer.expectList(() => {
      if (parts.length < 2)
        parts.push(lexer.stringOctets() ?? (lexer.nil() ? null : lexer.fail('a string')));
      else lexer.skipValue();
    });
    found.push({ prefix: decodeMailbox(parts[0] ?? ''), delimiter: parts[1] || null });
  });
  return found;
}

/**
 *     expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids                 RFC 7162 section 7
 */
export function parseVanished(lexer: Lexer): Response {
  let earlier = false;
  lexer.list(() => {
    earlier = lexer.word()?.toUpperCase() === 'EARLIER' || earlier;
  });
  lexer.space();
  const uids = parseUidSet(lexer.word() ?? '') ?? lexer.fail('a set of UIDs');
  return { kind: 'vanished', earlier, uids };
}
