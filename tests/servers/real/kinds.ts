import { courier, courierPackages } from '../courier.ts';
import { courierPop3Packages } from '../courier-pop3.ts';
import { cyrus, cyrusPackages } from '../cyrus.ts';
import { imap4d, imap4dPackages } from '../imap4d.ts';
import { dovecot } from './private-dovecot.ts';
import type { RealServerKind } from './real-server.ts';

/** The real servers that accounts are archived from whole. */
export const realServers: readonly RealServerKind[] = [
  // The slowest first, for those who tell them all at once.
  imap4d('maildir'),
  imap4d('mbox'),
  dovecot,
  cyrus('below INBOX'),
  cyrus('beside INBOX'),
  courier,
];

/** Brings those that are unpacked beside the system, once on each machine. */
export function fetchRealServers(): void {
  // Where one cannot be had, the time for the others is saved.
  [cyrusPackages, courierPackages, imap4dPackages, courierPop3Packages].every(packages =>
    packages.fetch(),
  );
}
