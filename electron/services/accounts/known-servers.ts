import type { NoteKey, ProviderPage, Server } from '../../../shared/contract.ts';
import { defaults } from '../../../shared/defaults.ts';

/** Where the mail of well-known providers is, and what people have to know before it lets them in. */
export interface KnownServer {
  /** Domains of addresses; `yahoo.*` stands for every country's. */
  readonly domains: readonly string[];
  readonly host: string;
  readonly port?: number;
  readonly security?: Server['security'];
  readonly noteKey?: NoteKey;
  /** Where the person can do what the note says. */
  readonly page?: ProviderPage;
}

const knownServers: readonly KnownServer[] = [
  {
    domains: ['gmail.com', 'googlemail.com'],
    host: 'imap.gmail.com',
    noteKey: 'gmail',
    page: { provider: 'Google', address: 'https://myaccount.google.com/apppasswords' },
  },
  {
    domains: [
      ...['outlook.*', 'hotmail.*', 'live.*', 'msn.com', 'passport.com'],
      ...['windowslive.com', 'outlook.com.*'],
    ],
    host: 'outlook.office365.com',
    noteKey: 'outlook',
  },
  {
    domains: ['yahoo.*', 'ymail.com', 'rocketmail.com', 'myyahoo.com'],
    host: 'imap.mail.yahoo.com',
    noteKey: 'yahoo',
    page: { provider: 'Yahoo', address: 'https://login.yahoo.com/account/security' },
  },
  {
    domains: ['aol.*'],
    host: 'imap.aol.com',
    noteKey: 'aol',
    page: { provider: 'AOL', address: 'https://login.aol.com/account/security' },
  },
  {
    domains: ['icloud.com', 'me.com', 'mac.com'],
    host: 'imap.mail.me.com',
    noteKey: 'icloud',
    page: { provider: 'Apple', address: 'https://account.apple.com/account/manage' },
  },
  {
    domains: ['fastmail.*', 'messagingengine.com', 'sent.com'],
    host: 'imap.fastmail.com',
    noteKey: 'fastmail',
    page: { provider: 'Fastmail', address: 'https://app.fastmail.com/settings/security' },
  },
  {
    domains: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch'],
    host: 'imap.gmx.net',
    noteKey: 'gmx',
    page: { provider: 'GMX', address: 'https://hilfe.gmx.net/pop-imap/einschalten.html' },
  },
  {
    domains: ['gmx.*', 'mail.com'],
    host: 'imap.gmx.com',
    noteKey: 'gmx',
    page: { provider: 'GMX', address: 'https://support.gmx.com/pop-imap/toggle.html' },
  },
  {
    domains: ['web.de'],
    host: 'imap.web.de',
    noteKey: 'webde',
    page: { provider: 'Web.de', address: 'https://hilfe.web.de/pop-imap/einschalten.html' },
  },
  {
    domains: ['seznam.cz', 'email.cz', 'post.cz', 'spoluzaci.cz', 'stream.cz', 'firmy.cz'],
    host: 'imap.seznam.cz',
    noteKey: 'seznam',
    page: { provider: 'Seznam', address: 'https://ucet.seznam.cz/' },
  },
  { domains: ['centrum.cz', 'atlas.cz', 'volny.cz'], host: 'imap.centrum.cz' },
  {
    domains: ['proton.me', 'protonmail.*', 'pm.me'],
    host: '127.0.0.1',
    noteKey: 'proton',
    page: { provider: 'Proton', address: 'https://proton.me/mail/bridge' },
    port: 1143,
    security: 'starttls',
  },
  { domains: ['t-online.de', 'magenta.de'], host: 'secureimap.t-online.de' },
  { domains: ['mailbox.org'], host: 'imap.mailbox.org' },
  { domains: ['posteo.*'], host: 'posteo.de' },
  { domains: ['freenet.de'], host: 'mx.freenet.de' },
  { domains: ['orange.fr', 'wanadoo.fr'], host: 'imap.orange.fr' },
  { domains: ['free.fr'], host: 'imap.free.fr' },
  { domains: ['laposte.net'], host: 'imap.laposte.net' },
  { domains: ['libero.it', 'iol.it', 'inwind.it'], host: 'imapmail.libero.it' },
  {
    domains: ['zoho.com', 'zohomail.com'],
    host: 'imap.zoho.com',
    noteKey: 'zoho',
    page: { provider: 'Zoho', address: 'https://www.zoho.com/mail/help/imap-access.html' },
  },
  {
    domains: ['qq.com', 'foxmail.com'],
    host: 'imap.qq.com',
    noteKey: 'qq',
    page: { provider: 'QQ Mail', address: 'https://mail.qq.com/' },
  },
  {
    domains: ['163.com'],
    host: 'imap.163.com',
    noteKey: 'netease163',
    page: { provider: '163', address: 'https://mail.163.com/' },
  },
  {
    domains: ['126.com'],
    host: 'imap.126.com',
    noteKey: 'netease126',
    page: { provider: '126', address: 'https://mail.126.com/' },
  },
  {
    domains: ['yandex.*', 'ya.ru'],
    host: 'imap.yandex.com',
    noteKey: 'yandex',
    page: { provider: 'Yandex', address: 'https://id.yandex.com/security/app-passwords' },
  },
];

/** Where the mail of a domain is, as far as it is known. */
export function knownServer(domain: string): KnownServer | undefined {
  return knownServers.find(({ domains }) => domains.some(pattern => fits(domain, pattern)));
}

/** What is known of the server itself, whichever address it was found by. */
export function knownServerAt({ host, port }: Pick<Server, 'host' | 'port'>) {
  const name = host.toLowerCase();
  return knownServers.find(each => each.host === name && (each.port ?? defaults.portTls) === port);
}

function fits(domain: string, pattern: string): boolean {
  if (!pattern.endsWith('.*')) return domain === pattern;
  const stem = pattern.slice(0, -1);
  // A country, or a country's commercial second level such as co.uk.
  return domain.startsWith(stem) && /^[a-z]{2,3}(\.[a-z]{2})?$/.test(domain.slice(stem.length));
}
