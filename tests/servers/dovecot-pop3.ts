import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { freePorts } from './dovecot/ports.ts';
import { greets } from './dovecot/ready.ts';
import { type Dovecot, dovecotMissing, startDovecot } from './dovecot.ts';

/** A private Dovecot that also serves its inboxes by POP3: plain and STLS on one port, TLS on the other. */
export interface Pop3Dovecot {
  readonly dovecot: Dovecot;
  readonly pop3: number;
  readonly pop3s: number;
}

/** Why none can be started here, or undefined where one can. */
export function pop3DovecotMissing(): string | undefined {
  if (existsSync('/usr/lib/dovecot/pop3')) return dovecotMissing();
  return 'Dovecot’s POP3 is not there (Debian: apt-get install dovecot-pop3d)';
}

/** @param more lines of configuration behind ours */
export async function startPop3Dovecot(more = ''): Promise<Pop3Dovecot> {
  const [pop3, pop3s] = await freePorts();
  const dovecot = await startDovecot(`
protocols = imap pop3
service pop3-login {
  service_count = 0
  ${userInfo().uid === 0 ? '' : 'chroot ='}
  inet_listener pop3 {
    port = ${pop3}
  }
  inet_listener pop3s {
    port = ${pop3s}
    ssl = yes
  }
}
${more}`);
  if (await greets(pop3, new Promise(() => undefined), '+OK')) return { dovecot, pop3, pop3s };
  await dovecot.stop();
  throw new Error(`Dovecot serves no POP3: ${await dovecot.log()}`);
}
