import { describe, expect, test } from 'vitest';
import { type Way, waysOf } from '../../../renderer/parts/failure-ways.ts';
import { failures } from '../../../shared/i18n/en/failures.ts';
import { type FailureCode, failureCodes } from '../../../shared/model/failure-codes.ts';

/** What a sentence that tells a person to do something needs as a button; one of these will do. */
const asked: readonly (readonly [RegExp, readonly Way[]])[] = [
  [/\btry again|^try it again|^start it again to continue/i, ['try-again', 'archive']],
  [/archive again|archive it once|start archiving/i, ['archive', 'try-again']],
  [/choose (another|a|the) folder\b/i, ['folder']],
  [
    /choose (its|a|a readable) (certificate )?(file|folder).*certificates?|certificate file/i,
    ['certificate'],
  ],
  [/check (the spelling|the server name|the port)|encrypted connection|use tls/i, ['server']],
  [/tell Mailstow where it is/i, ['locate']],
  [/check both|type the password again|^type it\./i, ['password']],
  [/^(remove|delete|correct|move it|remove the folder)/i, ['show-folder']],
  [/set it up again|set up what is missing/i, ['set-up']],
  [/^reload/i, ['reload']],
  [/report (this|it with this) message|please report/i, ['report', 'try-again']],
];

/** The window never shows them: a command, the server of browser mode, or the start says them. */
const notOfTheWindow: readonly FailureCode[] = [
  'wrong-command-line',
  'credentials-file-unusable',
  'variable-without-password',
  'no-terminal-for-password',
  'terminal-gone',
  'no-password-typed',
  'stopped-at-password',
  'password-command-failed',
  'keyring-locked',
  'keyring-not-here',
  'keyring-without-key',
  'vault-password-needed',
  'vault-password-wrong',
  'vault-without-password',
  'vault-password-file-open',
  'vault-password-file-unusable',
  'vault-damaged',
  'vault-of-later-version',
  'saved-sign-in-unreadable',
  'saved-sign-in-ended',
  'saved-password-refused',
  'no-saved-sign-in',
  'client-id-needed-here',
  'client-id-or-password-needed',
  'signed-in-as-other-here',
  'no-report-in-folder',
  'no-good-report-in-folder',
  'verification-stopped',
  'damaged-passwords-file',
  'damaged-settings-file',
  'damaged-server-password-file',
  'window-not-built',
  // Where something else is typed or chosen than the window has a button for.
  'no-archive',
  'archive-of-profile-missing',
  'not-a-message-file',
  'closing',
  'nothing-chosen',
  // It has a question of its own.
  'account-may-have-moved',
];

const codes = (Object.keys(failureCodes) as FailureCode[]).filter(
  code => !notOfTheWindow.includes(code),
);

test.each(codes)('%s: what the sentence asks for has its button', code => {
  const { nextStep } = failures.codes[code];
  const [kind] = failureCodes[code];
  const ways = waysOf({ kind, code });
  for (const [sentence, some] of asked) {
    if (!sentence.test(nextStep)) continue;
    expect(
      ways.filter(way => some.includes(way)),
      nextStep,
    ).not.toEqual([]);
  }
});

describe('a failure of another version', () => {
  test('has the ways of its kind', () => {
    expect(waysOf({ kind: 'login-refused', code: 'from-the-future' })).toContain('password');
    expect(waysOf({ kind: 'connection' })).toEqual(['server', 'try-again']);
  });

  test('has none where nothing is known of it', () => {
    expect(waysOf({ kind: 'from-the-future' })).toEqual([]);
    expect(waysOf({ kind: 'toString', code: 'constructor' })).toEqual([]);
  });
});
