import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dovecot, startDovecot } from '../dovecot.ts';
import { dovecotForTokens, type OidcProvider } from './provider.ts';

/** A Dovecot that lets people in with tokens of a provider (OAUTHBEARER, XOAUTH2), and with passwords too. */
export async function startDovecotForTokens(provider: OidcProvider): Promise<Dovecot> {
  const file = join(tmpdir(), `mailstow-oauth2-${randomUUID()}.conf.ext`);
  const { conf, ext } = dovecotForTokens(provider, file);
  await writeFile(file, ext, { mode: 0o644 });
  const dovecot = await startDovecot(conf);
  return {
    ...dovecot,
    async stop() {
      await dovecot.stop();
      await rm(file, { force: true });
    },
  };
}
