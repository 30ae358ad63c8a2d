import { afterAll, beforeAll, describe, expect } from 'vitest';
import { storedMessages, test } from '../../both-layouts.ts';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { times } from '../../prove/in-proof.ts';
import {
  type CourierPop3,
  courierPop3Packages,
  startCourierPop3,
} from '../../servers/courier-pop3.ts';
import { accountAt } from '../run/test-account.ts';

/** In the full numbers 2,000. */
const messages = Array.from({ length: times(200, 2_000) }, (_, seed) =>
  generateMessage(seed, { median: 3_000, greatest: 20_000 }),
);

describe.skipIf(courierPop3Packages.missing())(
  'a maildrop of Courier',
  { timeout: 300_000 },
  () => {
    let server: CourierPop3;
    beforeAll(async () => {
      server = await startCourierPop3();
      await server.deliver(...messages);
    });
    afterAll(() => server?.stop());

    test('is archived byte for byte, once', async () => {
      const account = accountAt({ protocol: 'pop3', port: server.port }, server.account);
      const { verdict } = await account.run();
      expect(verdict).toMatchObject({ state: 'complete', stored: messages.length });
      // An answer of POP3 ends in CRLF.
      const whole = messages.map(each => each.toString('latin1').replace(/(?<!\r\n)$/, '\r\n'));
      expect(Object.values(storedMessages(account.folder)).sort()).toEqual(whole.sort());
      expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 0 });
    });
  },
);
