// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { eventTime } from '../../../renderer/features/library/event-time.ts';
import type {
  Attachment,
  Invitation,
  Message,
  MessageRow,
  Preview,
  Protection,
  Signature,
} from '../../../shared/contract.ts';
import { anAccount } from '../an-account.ts';
import { Refused } from '../fake-bridge.ts';
import { openWindow } from './window.ts';

const row: MessageRow = {
  accountId: 'one',
  id: 1,
  mailbox: 'INBOX',
  recipients: '',
  sender: 'Anna',
  subject: 'Plan',
  date: Date.UTC(2026, 4, 1),
  size: 2_000,
  attachments: 0,
  unread: false,
  headersOnly: false,
};
const message: Message = {
  id: 1,
  from: 'Anna <anna@example.org>',
  to: 'ben@example.org',
  cc: '',
  subject: 'Plan',
  date: Date.UTC(2026, 4, 1),
  headers: [],
  text: 'words',
  blockedRemote: 0,
  upgradedRemote: 0,
  attachments: [],
  path: '/home/mail/INBOX/1.eml',
};

const file = (index: number, name: string, more: Partial<Attachment> = {}): Attachment => ({
  index,
  name,
  type: 'application/octet-stream',
  size: 10,
  dangerous: false,
  openable: false,
  ...more,
});

async function open(
  more: Partial<Message>,
  answers: Record<string, (input: never) => unknown> = {},
) {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  const opened = await openWindow({
    at: { at: 'library', accountId: 'one' },
    accounts: [anAccount()],
    answers: {
      'library.mailboxes': () => [{ name: 'INBOX', messages: 1, unread: 0 }],
      'library.messages': () => ({ total: 1, rows: [row], conversations: false }),
      'library.message': () => ({ ...message, ...more }),
      ...answers,
    },
  });
  await opened.user.click(await screen.findByRole('option', { name: /Plan/ }));
  return opened;
}

describe('attachments', () => {
  const files = [
    file(0, 'plan.pdf', { preview: 'pdf' }),
    file(1, 'program.exe', { dangerous: true }),
    file(2, 'rooms.csv', { preview: 'table' }),
  ];

  test('those that can be are looked at, one after the other', async () => {
    const previews: Record<number, Preview> = {
      0: { shows: 'words', page: 'about:blank', cut: true },
      2: { shows: 'nothing', reason: 'damaged' },
    };
    const answer = ({ index }: { index: number }) => previews[index];
    const { user } = await open({ attachments: files }, { 'library.previewAttachment': answer });
    await user.click(await screen.findByRole('button', { name: 'Preview plan.pdf' }));
    const dialog = within(await screen.findByRole('dialog'));
    const frame = await dialog.findByTitle('Preview of plan.pdf');
    // Nothing runs in it and nothing leads out of it.
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(dialog.getByText(/could not be shown/)).toBeDefined();
    expect(dialog.getByText(/Only the beginning/)).toBeDefined();
    expect(dialog.getByText('1 of 2')).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Next attachment' }));
    expect(await dialog.findByText(/is damaged/)).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('all are saved at once, after a warning where one can do harm', async () => {
    const save = vi.fn(() => ({ saved: 0, downloads: ['/download/a', '/download/b'] }));
    const { user, services, bridge } = await open(
      { attachments: files },
      { 'library.saveAttachments': save },
    );
    await user.click(await screen.findByRole('button', { name: 'Save all' }));
    await user.click(await screen.findByRole('button', { name: 'Save anyway' }));
    await vi.waitFor(() => expect(services.downloads).toEqual(['/download/a', '/download/b']));
    expect(bridge.inputsOf('library.saveAttachments')).toEqual([
      { accountId: 'one', messageId: 1, indexes: [0, 1, 2] },
    ]);
  });

  test('where they cannot be saved it is said', async () => {
    const refuse = () => {
      throw new Refused({ message: 'The disk is full.' });
    };
    const safe = files.filter(({ dangerous }) => !dangerous);
    const { user } = await open({ attachments: safe }, { 'library.saveAttachments': refuse });
    await user.click(await screen.findByRole('button', { name: 'Save all' }));
    expect(await screen.findByText('The disk is full.')).toBeDefined();
  });
});

describe('signatures', () => {
  const signer: NonNullable<Signature['signer']> = {
    name: 'Anna',
    addresses: ['anna@example.org'],
    issuer: 'Authority',
    serial: '01',
    validFrom: Date.UTC(2020, 0),
    validTo: Date.UTC(2030, 0),
    trust: 'known',
  };
  const holding: Signature = {
    kind: 'smime',
    covers: 'whole',
    state: 'holds',
    signer,
    isSender: true,
    method: 'SHA256, RSA 2048',
    isWeak: false,
    keyIds: [],
  };
  const told = async (signature: Partial<Signature>): Promise<string> => {
    const protection: Protection = {
      signatures: [{ ...holding, ...signature }],
      encryptions: [],
    };
    await open({ isProtected: true }, { 'library.protection': () => protection });
    return (await screen.findByRole('region', { name: 'Protection' })).textContent ?? '';
  };

  test.each<[string, Partial<Signature>, RegExp]>([
    ['known', {}, /Signed by Anna <anna@example.org>\. The signature holds\..*trusts Authority/],
    ['unknown', { signer: { ...signer, trust: 'unknown' } }, /doesn’t know Authority/],
    ['self-made', { signer: { ...signer, trust: 'self-made' } }, /Anyone can do that/],
    ['run out', { signer: { ...signer, trust: 'not-valid-then' } }, /was not signed then/],
    [
      'for something else',
      { signer: { ...signer, trust: 'not-for-mail' } },
      /not made for signing/,
    ],
    ['another', { isSender: false }, /who is not the sender/],
    ['changed', { state: 'broken', reason: 'altered' }, /is not as it was signed/],
    ['not theirs', { state: 'broken', reason: 'not-theirs' }, /did not make it/],
    [
      'unread',
      { state: 'unchecked', reason: 'unknown-method' },
      /could not be checked.*doesn’t know/,
    ],
    ['a part', { covers: 'part' }, /Only a part/],
    ['weak', { isWeak: true }, /no longer considered safe/],
    [
      'openpgp',
      { kind: 'openpgp', state: 'unchecked', reason: 'openpgp', keyIds: ['AB12'] },
      /key AB12.*not checked/,
    ],
  ])('%s', async (_what, signature, expected) => {
    const words = await told(signature);
    expect(words).toMatch(expected);
    // Only one of them says that somebody is proved to be who they say.
    expect(/The signature holds\..*vouches/.test(words)).toBe(
      signature.state === undefined &&
        signature.isSender !== false &&
        signature.kind === undefined &&
        (signature.signer ?? signer).trust === 'known',
    );
  });

  test('which keys open it', async () => {
    const protection: Protection = {
      signatures: [],
      encryptions: [
        {
          kind: 'smime',
          covers: 'whole',
          keys: [
            { kind: 'certificate', issuer: 'Authority', serial: '0A' },
            { kind: 'key', id: '', isHidden: true },
          ],
          total: 5,
        },
      ],
    };
    await open({ isProtected: true }, { 'library.protection': () => protection });
    const words = (await screen.findByRole('region', { name: 'Protection' })).textContent;
    expect(words).toContain('Key of the certificate 0A by Authority');
    expect(words).toContain('A key that the sender doesn’t name');
    expect(words).toContain('3 more');
  });
});

describe('invitations', () => {
  const invitation: Invitation = {
    index: 0,
    kind: 'cancelled',
    summary: 'Summer plan',
    location: 'Room 12',
    description: '',
    start: { kind: 'time', time: Date.UTC(2026, 6, 1, 7) },
    end: { kind: 'time', time: Date.UTC(2026, 6, 1, 8) },
    repeats: { every: 'week', interval: 2, times: 5 },
    organizer: { name: 'Anna', address: 'anna@example.org' },
    attendees: [{ name: 'Ben', address: 'ben@example.org', answer: 'declined' }],
    total: 3,
    more: 1,
  };

  test('say what, when, where and who, and are saved', async () => {
    const { user, bridge } = await open(
      { attachments: [file(0, 'invite.ics', { type: 'text/calendar' })] },
      {
        'library.invitations': () => [invitation],
        'library.saveAttachment': () => ({ saved: true }),
      },
    );
    const card = await screen.findByRole('region', { name: 'Cancelled' });
    for (const words of [
      'Summer plan',
      'Room 12',
      'every 2 weeks, 5 times',
      'Ben <ben@example.org> (declined), and 2 more',
      '1 more date',
    ])
      expect(card.textContent).toContain(words);
    await user.click(within(card).getByRole('button'));
    expect(bridge.inputsOf('library.saveAttachment')).toEqual([
      { accountId: 'one', messageId: 1, index: 0 },
    ]);
  });

  test.each([
    [{ start: { kind: 'day', day: '2026-07-01' } }, 'Wednesday, 1 July 2026'],
    [
      { start: { kind: 'day', day: '2026-07-01' }, end: { kind: 'day', day: '2026-07-03' } },
      /1.*3 July 2026/,
    ],
    [{ start: { kind: 'local', local: '2026-07-01T09:00', zone: '' } }, /09:00 \(no zone\)/],
    [{ start: { kind: 'local', local: '2026-07-01T09:00', zone: 'Nowhere' } }, /09:00 \(Nowhere\)/],
    [
      {
        start: { kind: 'time', time: Date.UTC(2026, 6, 1, 7) },
        end: { kind: 'time', time: Date.UTC(2026, 6, 1, 8) },
      },
      /July 2026.*\(.+\)/,
    ],
    [{}, ''],
  ] as const)('%j', (moments, expected) => {
    const words = eventTime(moments, 'en-GB', 'no zone');
    if (typeof expected === 'string') expect(words).toBe(expected);
    else expect(words).toMatch(expected);
  });
});
