import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { test } from '../../both-layouts.ts';
import { type Certificates, makeCertificates } from '../../servers/certificates.ts';
import { type Courier, courierPackages, startCourier } from '../../servers/courier.ts';
import {
  type CourierPop3,
  courierPop3Packages,
  startCourierPop3,
} from '../../servers/courier-pop3.ts';
import { accountAt } from '../run/test-account.ts';
import { someMail, tellOfDeletion, tellTheSame } from './real-maildrop.ts';

const missing = courierPop3Packages.missing() ?? courierPackages.missing();

describe.skipIf(missing)('a maildrop of Courier', { timeout: 300_000 }, () => {
  let imap: Courier;
  let pop3: CourierPop3;
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
    imap = await startCourier();
    pop3 = await startCourierPop3(imap.home, imap.account, certificates.right);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(async () => {
    pop3?.stop();
    await imap?.stop();
    await certificates?.remove();
  });

  test('holds the same bytes by POP3, STLS and POP3S as by IMAP, and is fetched once', async () => {
    await imap.wipe();
    await pop3.deliver(...someMail);
    const doors = [
      [pop3.pop3, 'none'],
      [pop3.pop3, 'starttls'],
      [pop3.pop3s, 'tls'],
    ] as const;
    await tellTheSame(accountAt({ port: imap.port }, imap.account), doors, ([port, security]) => {
      const server = {
        protocol: 'pop3',
        port,
        security,
        certificateFile: certificates.ca,
      } as const;
      return accountAt(server, imap.account);
    });
  });

  test('loses by the rule what was found whole twice and is old enough', async () => {
    await imap.wipe();
    await pop3.deliver(...someMail.slice(0, 5));
    const account = accountAt({ protocol: 'pop3', port: pop3.pop3 }, imap.account);
    await tellOfDeletion(account, join(imap.home, 'Maildir'), () =>
      pop3.deliver(...someMail.slice(5, 6)),
    );
  });
});
