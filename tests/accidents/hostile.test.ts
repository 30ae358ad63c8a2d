import { describe, expect, test } from 'vitest';
import { cleanUpAfterEach, inbox, setUp } from '../imapcl/scripted-account.ts';
import { playTricks } from './hostile.ts';
import { tracingMissing } from './system-calls.ts';

/** An archive that somebody else prepared: nothing outside of it is read or written, and nothing hangs. */
cleanUpAfterEach();

describe.skipIf(tracingMissing() !== undefined)(
  `a prepared archive (${tracingMissing() ?? 'traced'})`,
  () => {
    test.each(['flat', 'folders'] as const)('layout %s', { timeout: 300_000 }, async layout => {
      const messages = [{ bytes: 'Subject: Deep\r\n\r\nDeep down.\r\n' }];
      const account = await setUp({
        mailboxes: [inbox, { name: 'Work/Deep', messages }, { name: 'Sent' }],
      });
      const { wrong, commands } = await playTricks(account, layout);
      expect(wrong).toEqual([]);
      expect(commands).toBeGreaterThan(100);
    });
  },
);
