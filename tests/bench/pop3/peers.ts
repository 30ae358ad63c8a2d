import { userInfo } from 'node:os';
import type { Job } from '../clients/job.ts';

/** All of them leave mail on the server and put it into a Maildir in `job.folder`. */
export function mpopConfiguration({ port, user, password, ca, folder }: Job): string {
  return `account bench
host localhost
port ${port}
user ${user}
password ${password}
tls on
tls_starttls off
tls_trust_file ${ca}
keep on
uidls_file ${folder}/.uidls
delivery maildir ${folder}
`;
}

/** Root's mail it delivers as somebody else, to whom the folder has to belong. */
export function getmailConfiguration({ port, user, password, ca, folder }: Job): string {
  return `[retriever]
type = SimplePOP3SSLRetriever
server = localhost
port = ${port}
username = ${user}
password = ${password}
ca_certs = ${ca}

[destination]
type = Maildir
path = ${folder}/${userInfo().uid === 0 ? '\nuser = nobody' : ''}

[options]
read_all = false
delete = false
`;
}

/** It hands each message to a program; this one does no more than write it to a file of its own and sync that. */
export function fetchmailConfiguration({ port, user, password, ca, folder }: Job): string {
  return `poll localhost protocol pop3 port ${port} uidl
  user "${user}" password "${password}"
  ssl sslcertck sslcertfile "${ca}"
  keep
  mda "exec dd of=${folder}/new/$$ conv=fsync,excl status=none"
`;
}
