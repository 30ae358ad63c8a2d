import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import { archived } from './mailboxes/archived.ts';
import { drafts } from './mailboxes/drafts.ts';
import { inbox } from './mailboxes/inbox.ts';
import { sent } from './mailboxes/sent.ts';

/** The mailboxes of the demo account: what an office might have, all of it made up. */
export const demoMailboxes: readonly MailboxOptions[] = [
  { name: 'INBOX', uidValidity: 1700000001, messages: inbox },
  { name: 'Sent', uidValidity: 1700000002, attributes: ['\\Sent'], messages: sent },
  { name: 'Archive', attributes: ['\\Noselect'] },
  {
    name: 'Archive/2024',
    uidValidity: 1700000003,
    attributes: ['\\Archive'],
    messages: archived,
  },
  { name: 'Entwürfe & Co', attributes: ['\\Noselect'] },
  {
    name: 'Entwürfe & Co/日本語',
    uidValidity: 1700000004,
    attributes: ['\\Drafts'],
    messages: drafts,
  },
  { name: 'Trash', uidValidity: 1700000005, attributes: ['\\Trash'], messages: [] },
];
