import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailOwner } from './dovecot/configuration.ts';
import { GuardedProcess } from './dovecot/guarded-process.ts';
import { freePorts } from './dovecot/ports.ts';
import { greets } from './dovecot/ready.ts';
import { DebianPackages } from './real/debian-packages.ts';
import type { RealServer, RealServerKind } from './real/real-server.ts';

export const imap4dPackages = new DebianPackages('imap4d', ['mailutils-imap4d']);

export type Imap4dStore = 'maildir' | 'mbox';

export function imap4d(store: Imap4dStore): RealServerKind {
  return {
    name: `GNU imap4d, ${store}`,
    missing: () => imap4dPackages.missing(),
    start: () => startImap4d(store),
  };
}

/** The name's second part is the file of a virtual domain that has the user in the form of passwd(5). */
const account = { user: 'mia@localhost', password: 'mia-secret' };

async function startImap4d(store: Imap4dStore): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mailstow-imap4d-'));
  const [port] = await freePorts();
  const { root, env } = imap4dPackages;
  const { uid, gid } = mailOwner();
  await chmod(folder, 0o755);
  const home = join(folder, 'home');
  for (const part of ['domains', 'spool']) await mkdir(join(folder, part));
  const configFile = join(folder, 'imap4d.conf');
  await writeFile(configFile, configuration(folder, port, store));
  const hash = spawnSync('openssl', ['passwd', '-6', account.password], { encoding: 'utf8' });
  await writeFile(
    join(folder, 'domains/localhost'),
    `mia:${hash.stdout.trim()}:${uid}:${gid}:Mia:${home}:/bin/sh\n`,
  );
  const wipe = async (): Promise<void> => {
    await rm(home, { recursive: true, force: true });
    await mkdir(join(home, 'INBOX'), { recursive: true });
    if (store === 'maildir') {
      for (const part of ['cur', 'new', 'tmp']) await mkdir(join(home, 'INBOX', part));
    } else {
      await rm(join(home, 'INBOX'), { recursive: true });
      await writeFile(join(home, 'INBOX'), '');
    }
    spawnSync('chown', ['-R', `${uid}:${gid}`, home]);
  };
  await wipe();
  const server = new GuardedProcess(
    join(root, 'usr/sbin/imap4d'),
    [`--config-file=${configFile}`],
    { folder, env },
  );
  if (!(await greets(port, server.ended))) {
    await server.stop();
    throw new Error(`imap4d did not start: ${server.errors}`);
  }
  return {
    port,
    account,
    prefix: '',
    delimiter: '/',
    shared: [],
    ...(store === 'mbox' ? { ownLines: /^(X-UID|X-IMAPbase|Status): .*\r\n/gm } : {}),
    wipe,
    stop: () => server.stop(),
  };
}

function configuration(folder: string, port: number, store: Imap4dStore): string {
  return `
auth { authentication generic; authorization virtdomain; };
virtdomain { passwd-dir ${folder}/domains; };
mailbox { mail-spool ${folder}/spool; mailbox-type ${store}; };
namespace personal {
  prefix "" { directory "${folder}/home"; delimiter "/"; mailbox-type ${store}; };
};
logging { syslog no; };
mode daemon;
foreground yes;
server 127.0.0.1:${port} { transcript no; };
`;
}
