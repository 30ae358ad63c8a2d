import { rm } from 'node:fs/promises';
import { dovecotMissing, startDovecot } from '../dovecot.ts';
import type { RealServerKind } from './real-server.ts';

export const dovecot: RealServerKind = {
  name: 'Dovecot',
  missing() {
    const why = dovecotMissing();
    return why === undefined ? undefined : `because ${why}`;
  },
  async start() {
    const server = await startDovecot();
    const user = await server.user();
    return {
      port: server.ports.imap,
      account: { user: user.name, password: user.password },
      prefix: '',
      delimiter: '/',
      shared: [],
      wipe: () => rm(user.maildir, { recursive: true, force: true }),
      stop: () => server.stop(),
    };
  },
};
