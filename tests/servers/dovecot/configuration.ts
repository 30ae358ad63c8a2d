import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import type { Certificate } from '../certificates.ts';
import type { Owner } from './maildir.ts';
import { hasIpv6Loopback } from './ports.ts';

export interface Instance {
  readonly folder: string;
  readonly imap: number;
  readonly imaps: number;
  readonly certificate: Certificate;
}

/** Whom the mail belongs to: an unprivileged user where we are root, else ourselves. */
export function mailOwner(): Owner {
  const { uid, gid } = userInfo();
  return uid === 0 ? { uid: idOf('nobody', '-u'), gid: idOf('nobody', '-g') } : { uid, gid };
}

function idOf(user: string, option: '-u' | '-g'): number {
  return Number(spawnSync('id', [option, user], { encoding: 'utf8' }).stdout);
}

/** Configuration of Dovecot 2.3 that stands alone: nothing of the system's own is read or written. */
export function configuration({ folder, imap, imaps, certificate }: Instance): string {
  const listeners = hasIpv6Loopback() ? '127.0.0.1, ::1' : '127.0.0.1';
  return `
protocols = imap
listen = ${listeners}
base_dir = ${folder}/run
state_dir = ${folder}/state
instance_name = ${folder}
log_path = ${folder}/dovecot.log
${userInfo().uid === 0 ? '' : unprivileged()}
ssl = yes
ssl_cert = <${certificate.certFile}
ssl_key = <${certificate.keyFile}
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = no
auth_mechanisms = plain login
# User names in any script.
auth_username_chars =
# A wrong password in one test must not slow the next one down.
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:~/mail:LAYOUT=fs:INBOX=~/mail/INBOX
# Durability of the server under test is not what is tested.
mail_fsync = never
mail_max_userip_connections = 0
default_vsz_limit = 0
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users/%u
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
service anvil {
  # Without it a wrong password would delay every other login from this address.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  service_count = 0
  process_min_avail = 1
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
`;
}

/** Without root nobody else's name can be taken on, and no root directory be changed. */
function unprivileged(): string {
  const { username } = userInfo();
  const group = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim();
  return `
default_internal_user = ${username}
default_internal_group = ${group}
default_login_user = ${username}
service anvil {
  chroot =
}
service imap-login {
  chroot =
}
service stats {
  chroot =
}
`;
}
