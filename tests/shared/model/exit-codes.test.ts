import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describedExitCodes } from '../../../shared/model/exit-codes.ts';

/** The table of the first imapcl (manual, section 5), and who brings each about for real in a process of its own. */
const table: readonly (readonly [number, string, string, RegExp])[] = [
  [-7, 'OUTPUT_DIR_NOT_CREATED', 'imapcl/failures', /'-7: the folder cannot be created'/],
  [-6, 'UIDVALIDITY_FILE_NOT_FOUND', 'imapcl/failures', /'-6: \.uidvalidity cannot be read'/],
  [-5, 'UIDVALIDITY_FILE_ERROR', 'imapcl/failures', /'-5: \.uidvalidity with %s/],
  [-4, 'CREATE_CONNECTION_FAILED', 'imapcl/failures', /'-4: refused'/],
  [-3, 'SSL_CERT_VERIFICATION_FAILED', 'imapcl/tls', /'-3: with %s is refused/],
  [-2, 'FETCH_EMAIL_FAILED', 'imapcl/failures', /'-2: a message at which the connection breaks/],
  [0, 'SUCCESS', 'imapcl/seed-table', /'all messages'/],
  [1, 'NO_IP_ADDR_FOUND', 'imapcl/failures', /'1: the name does not resolve'/],
  [2, 'PARSE_ARGUMENTS_FAILED', 'imapcl/seed-table', /'unknown option: usage'/],
  [3, 'PARSE_CREDENTIALS_FAILED', 'imapcl/seed-table', /'auth file'/],
  [4, 'SERVER_UNKNOWN_RESPONSE', 'imapcl/failures', /'4: the server greets with garbage'/],
  [5, 'TRANSMIT_DATA_FAILED', 'imapcl/failures', /'5: the connection is gone when a/],
  [6, 'RECEIVE_DATA_FAILED', 'imapcl/failures', /'6: the server closes at the greeting'/],
  [7, 'RESPONSE_NOT_FOUND', 'imapcl/seed-table', /'no answer to LOGIN'/],
  [8, 'PARSE_BY_REGEX_FAILED', 'imapcl/failures', /'8: a response line without end'/],
  [9, 'NON_UIDS_RECEIVED', 'imapcl/failures', /'9: neither SEARCH nor FETCH names a message/],
  [14, 'UID_VALIDITY_ERROR_IN_RECV', 'imapcl/failures', /'14: UIDVALIDITY is never told'/],
  [15, 'REMOVAL_OF_EMAILS_FAILED', 'accidents/disk', /`15: what --purge may not delete stays/],
];

describe('the exit codes of the manual', () => {
  const described = new Map(describedExitCodes().map(({ code, name }) => [name, code]));

  test.each(table)('%i is %s, and a test brings it about', (code, name, file, title) => {
    expect(described.get(name as never)).toBe(code & 255);
    const source = readFileSync(join(import.meta.dirname, '../..', `${file}.test.ts`), 'utf8');
    expect(source).toMatch(title);
  });

  // A program that is told to go on is not at its end, and one in an unknown state has a defect of its own.
  test.each([
    [10, 'CONTINUE_IN_RECEIVING'],
    [11, 'UNDEFINED_STATE'],
  ])('%i stays %s, and nobody can bring it about', (code, name) => {
    expect(described.get(name as never)).toBe(code);
  });

  test('no others are below 16', () => {
    const ours = [...described.values()].filter(code => code >= 16 && code < 128);
    expect(ours.length + table.length + 2).toBe(described.size - 1);
  });
});
