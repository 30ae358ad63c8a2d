import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Certificates, makeCertificates, opensslMissing } from './certificates.ts';
import { configuration, mailOwner } from './dovecot/configuration.ts';
import { GuardedProcess } from './dovecot/guarded-process.ts';
import { type DeliveredMessage, deliverTo } from './dovecot/maildir.ts';
import { freePorts } from './dovecot/ports.ts';
import { greets } from './dovecot/ready.ts';

const run = promisify(execFile);

/** Debian keeps dovecot where ordinary users do not look for commands. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

/** How often other free ports are tried, because another process may take one in between. */
const attempts = 3;

export interface DovecotUser {
  readonly name: string;
  readonly password: string;
  /** The folder that holds the user's mailboxes as Maildirs. */
  readonly maildir: string;
}

/** A private Dovecot on loopback. */
export interface Dovecot {
  readonly host: '127.0.0.1';
  readonly ports: { readonly imap: number; readonly imaps: number };
  /** PEM file of the authority behind its certificate. */
  readonly ca: string;
  readonly certificates: Certificates;
  /** Folder that holds everything of this instance. */
  readonly folder: string;
  /** A fresh user; a name of one's own must be free of `/`. */
  user(credentials?: { name?: string; password?: string }): Promise<DovecotUser>;
  /** Creates the mailbox where it is missing, then adds the messages in order. */
  deliver(user: DovecotUser, mailbox: string, ...messages: DeliveredMessage[]): Promise<void>;
  createMailbox(user: DovecotUser, mailbox: string): Promise<void>;
  /** Runs doveadm on this instance; resolves to what it printed. */
  doveadm(...args: string[]): Promise<string>;
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** Why no Dovecot can be started here, or undefined where one can. */
export function dovecotMissing(): string | undefined {
  const { error, stdout } = spawnSync('dovecot', ['--version'], { env, encoding: 'utf8' });
  if (error !== undefined) return 'Dovecot is not there (Debian: apt-get install dovecot-imapd)';
  // 2.4 has another language of configuration.
  if (!stdout.startsWith('2.3.')) return `Dovecot is ${stdout.trim()}, and 2.3 is needed`;
  return opensslMissing();
}

/**
 * Starts a Dovecot of its own: plain and STARTTLS on one port, TLS on the other, 127.0.0.1 and ::1.
 * @param more lines of configuration behind ours
 */
export async function startDovecot(more = ''): Promise<Dovecot> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(more);
    } catch (reason) {
      const taken = reason instanceof Error && reason.message.includes('Address already in use');
      if (!taken || attempt === attempts) throw reason;
    }
  }
}

async function start(more: string): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'mailstow-dovecot-'));
  const certificates = await makeCertificates(folder);
  const [imap, imaps] = await freePorts();
  const configFile = join(folder, 'dovecot.conf');
  const logFile = join(folder, 'dovecot.log');
  const owner = mailOwner();
  await chmod(folder, 0o755);
  for (const part of ['run', 'state', 'users', 'mail']) await mkdir(join(folder, part));
  await chown(join(folder, 'mail'), owner.uid, owner.gid);
  await writeFile(
    configFile,
    `${configuration({ folder, imap, imaps, certificate: certificates.right })}${more}`,
  );
  const server = new GuardedProcess('dovecot', ['-F', '-c', configFile], { folder, env });
  const log = (): Promise<string> => readFile(logFile, 'utf8').catch(() => '');
  if (!(await greets(imap, server.ended))) {
    const words = `${server.errors}${await log()}`;
    await server.stop();
    throw new Error(`Dovecot did not start: ${words}`);
  }

  const doveadm = async (...args: string[]): Promise<string> =>
    (await run('doveadm', ['-c', configFile, ...args], { env, maxBuffer: 1 << 30 })).stdout;
  let users = 0;
  const createMailbox = async (user: DovecotUser, mailbox: string): Promise<void> => {
    await doveadm('mailbox', 'create', '-u', user.name, mailbox);
  };

  return {
    host: '127.0.0.1',
    ports: { imap, imaps },
    ca: certificates.ca,
    certificates,
    folder,
    async user(credentials = {}) {
      users += 1;
      const { name = `user-${users}`, password = `secret-${users}` } = credentials;
      const home = join(folder, 'mail', name);
      await mkdir(home);
      await chown(home, owner.uid, owner.gid);
      const entry = `${name}:{PLAIN}${password}:${owner.uid}:${owner.gid}::${home}\n`;
      await writeFile(join(folder, 'users', name), entry);
      return { name, password, maildir: join(home, 'mail') };
    },
    deliver: (user, mailbox, ...messages) =>
      deliverTo(user.maildir, mailbox, owner, messages, () => createMailbox(user, mailbox)),
    createMailbox,
    doveadm,
    log,
    stop: () => server.stop(),
  };
}
