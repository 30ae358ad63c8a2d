import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './certificates.ts';
import { GuardedProcess } from './dovecot/guarded-process.ts';
import { freePorts } from './dovecot/ports.ts';
import { greets } from './dovecot/ready.ts';
import { DebianPackages } from './real/debian-packages.ts';
import type { RealServer, RealServerKind } from './real/real-server.ts';
import { SmallClient } from './real/small-client.ts';

export const cyrusPackages = new DebianPackages('cyrus', [
  ...['cyrus-imapd', 'cyrus-common', 'sasl2-bin', 'libsasl2-modules', 'libsasl2-modules-db'],
]);

/** Where a person's mailboxes stand: all under `INBOX.`, or beside INBOX with `/` between levels. */
export type CyrusNames = 'below INBOX' | 'beside INBOX';

export function cyrus(names: CyrusNames): RealServerKind {
  return {
    name: `Cyrus, mailboxes ${names}`,
    missing: () => cyrusPackages.missing(),
    start: () => startCyrus(names),
  };
}

const account = { user: 'mia', password: 'mia-secret' };
const admin = { user: 'admin', password: 'admin-secret' };

/** @param certificate where TLS is wanted: STARTTLS, and TLS from the start on a port of its own */
export async function startCyrus(
  names: CyrusNames,
  certificate?: Certificate,
): Promise<RealServer & { readonly tlsPort: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'mailstow-cyrus-'));
  const [port, tlsPort] = await freePorts();
  const { root } = cyrusPackages;
  const env = { ...cyrusPackages.env, SASL_PATH: saslPlugins() };
  await chmod(folder, 0o755);
  for (const part of ['conf', 'spool', 'proc', 'sasl']) await mkdir(join(folder, part));
  const configFile = join(folder, 'imapd.conf');
  const servicesFile = join(folder, 'cyrus.conf');
  await writeFile(configFile, configuration(folder, names, certificate !== undefined));
  await writeFile(servicesFile, services(folder, port, certificate && tlsPort));
  if (certificate !== undefined) {
    await copyFile(certificate.certFile, join(folder, 'server.pem'));
    await copyFile(certificate.keyFile, join(folder, 'server.key'));
  }
  for (const { user, password } of [account, admin]) {
    const to = ['-p', '-c', '-f', join(folder, 'sasl/sasldb2'), '-u', 'localhost', user];
    spawnSync(join(root, 'usr/sbin/saslpasswd2'), to, { env, input: password });
  }
  spawnSync('chown', ['-R', 'mail:mail', folder]);
  const server = new GuardedProcess(
    join(root, 'usr/lib/cyrus/bin/master'),
    ['-D', '-C', configFile, '-M', servicesFile, '-p', join(folder, 'master.pid')],
    { folder, env },
  );
  if (!(await greets(port, server.ended))) {
    await server.stop();
    throw new Error(`Cyrus did not start: ${server.errors}`);
  }

  const delimiter = names === 'below INBOX' ? '.' : '/';
  const inbox = ['user', account.user].join(delimiter);
  const theirs = ['user', 'otto', 'Plans'].join(delimiter);
  const asAdmin = async (work: (client: SmallClient) => Promise<unknown>): Promise<void> => {
    const client = await SmallClient.login(port, admin.user, admin.password);
    await work(client);
    await client.logout();
  };
  await asAdmin(async client => {
    for (const mailbox of [inbox, ['user', 'otto'].join(delimiter), theirs, 'team']) {
      await client.create(mailbox);
    }
    for (const mailbox of [theirs, 'team']) {
      await client.command(`SETACL ${mailbox} ${account.user} lrs`);
      await client.command(`SETACL ${mailbox} ${admin.user} lrsi`);
      const bytes = `Subject: Shared in ${mailbox}\r\n\r\nFor all of us.\r\n`;
      await client.append(mailbox, { bytes, date: ' 1-Jan-2024 08:00:00 +0000' });
    }
  });
  return {
    port,
    tlsPort,
    account,
    prefix: names === 'below INBOX' ? 'INBOX.' : '',
    delimiter,
    shared:
      names === 'below INBOX'
        ? [theirs, 'team']
        : ['Other Users/otto/Plans', 'Shared Folders/team'],
    wipe: () =>
      asAdmin(async client => {
        await client.command(`SETACL ${inbox} ${admin.user} lrswipkxtecda`);
        await client.command(`DELETE ${inbox}`);
        await client.create(inbox);
      }),
    stop: () => server.stop(),
  };
}

/** The system's own where they are installed, else those that were unpacked. */
function saslPlugins(): string {
  const triplets = ['/', cyrusPackages.root].map(root => join(root, 'usr/lib'));
  return triplets.map(path => join(path, `${machine()}-linux-gnu`, 'sasl2')).join(':');
}

function machine(): string {
  return spawnSync('uname', ['-m'], { encoding: 'utf8' }).stdout.trim();
}

function configuration(folder: string, names: CyrusNames, hasTls: boolean): string {
  const beside = names === 'beside INBOX' ? 'yes' : 'no';
  return `
configdirectory: ${folder}/conf
partition-default: ${folder}/spool
defaultpartition: default
proc_path: ${folder}/proc
idlesocket: ${folder}/idle
lmtpsocket: ${folder}/lmtp
notifysocket: ${folder}/notify
cyrus_user: mail
cyrus_group: mail
servername: localhost
admins: ${admin.user}
allowplaintext: yes
altnamespace: ${beside}
unixhierarchysep: ${beside}
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: ${folder}/sasl/sasldb2
sasl_mech_list: SCRAM-SHA-256 PLAIN
${hasTls ? tls(folder) : ''}skiplist_unsafe: yes
`;
}

function tls(folder: string): string {
  return `tls_server_cert: ${folder}/server.pem
tls_server_key: ${folder}/server.key
tls_session_timeout: 0
`;
}

function services(folder: string, port: number, tlsPort: number | undefined): string {
  const program = (name: string): string =>
    `${join(cyrusPackages.root, 'usr/lib/cyrus/bin', name)} -C ${folder}/imapd.conf`;
  return `
START {
  recover cmd="${program('ctl_cyrusdb')} -r"
}
SERVICES {
  imap cmd="${program('imapd')}" listen="127.0.0.1:${port}" prefork=0
${tlsPort === undefined ? '' : `  imaps cmd="${program('imapd')} -s" listen="127.0.0.1:${tlsPort}" prefork=0`}
}
`;
}
