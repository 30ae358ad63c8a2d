// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Message, MessageRow } from '../../../shared/contract.ts';
import { anAccount } from '../an-account.ts';
import { openWindow } from './window.ts';

const row: MessageRow = {
  accountId: 'one',
  id: 1,
  mailbox: 'INBOX',
  sender: 'Accounts Team',
  recipients: 'Anna',
  subject: 'Invoice 4711',
  date: Date.UTC(2024, 2, 1),
  size: 2_000,
  attachments: 0,
  unread: false,
  headersOnly: false,
};
const message: Message = {
  id: 1,
  from: 'Accounts Team <accounts@example.org>',
  to: 'support@example.org',
  cc: '',
  subject: 'Invoice 4711',
  date: Date.UTC(2024, 2, 1),
  headers: [],
  text: '',
  page: 'about:blank',
  blockedRemote: 0,
  upgradedRemote: 0,
  attachments: [],
  path: '/home/mail/INBOX/1.eml',
};

test.each([
  // Links end at the desktop, which asks and opens them itself.
  ['desktop', 'allow-popups'],
  // A tab under the bounds of the frame would show hardly any page.
  ['browser', 'allow-popups allow-popups-to-escape-sandbox'],
] as const)('what the frame of a message may do (%s)', async (host, sandbox) => {
  // There is no layout here: a list that is to show rows needs a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  const { user } = await openWindow({
    at: { at: 'library', accountId: 'one' },
    accounts: [anAccount()],
    info: { host },
    answers: {
      'library.mailboxes': () => [{ name: 'INBOX', messages: 1, unread: 0 }],
      'library.messages': () => ({ total: 1, rows: [row], conversations: false }),
      'library.message': () => message,
    },
  });
  await user.click(await screen.findByRole('option', { name: /Invoice 4711/ }));
  const frame = await screen.findByTitle('Message');
  expect(frame.getAttribute('sandbox')).toBe(sandbox);
});
