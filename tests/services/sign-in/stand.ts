import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Profile } from '../../../shared/contract.ts';
import type { Dovecot } from '../../servers/dovecot.ts';
import { startDovecotForTokens } from '../../servers/oidc/mail-server.ts';
import { signInAt } from '../../servers/oidc/person.ts';
import {
  type OidcProvider,
  type ProviderOptions,
  startProvider,
} from '../../servers/oidc/provider.ts';
import { aProfile, temporaryFolder } from '../accounts/a-profile.ts';
import type { TestApp } from '../an-app.ts';

export const alice = 'alice@example.test';

export interface Stand {
  readonly provider: OidcProvider;
  readonly dovecot: Dovecot;
  readonly server: Profile['server'];
  profile(changes?: Partial<Profile>): Profile;
}

/** A provider, and a mail server that takes its tokens, with some mail of Alice's. */
export async function aStand(
  options: ProviderOptions = {},
  { messages = 3, bytes = 100, mailboxes = ['INBOX', 'Two', 'Three'] } = {},
): Promise<Stand> {
  const provider = await startProvider({ clientId: 'mailstow', ...options });
  onTestFinished(() => provider.stop());
  const dovecot = await startDovecotForTokens(provider);
  onTestFinished(() => dovecot.stop());
  const user = await dovecot.user({ name: alice });
  for (const mailbox of mailboxes) {
    const letters = Array.from({ length: messages }, (_, index) => ({
      bytes: Buffer.from(`Subject: ${mailbox} ${index}\r\n\r\n${'Text.\r\n'.repeat(bytes / 7)}`),
    }));
    await dovecot.deliver(user, mailbox, ...letters);
  }
  const server = {
    host: '127.0.0.1',
    port: dovecot.ports.imaps,
    security: 'tls',
    certificateFile: dovecot.ca,
  } as const;
  const folder = join(temporaryFolder(), 'mail');
  const profile = (changes = {}) =>
    aProfile({ email: alice, user: alice, server, folder, ...changes });
  return { provider, dovecot, server, profile };
}

/** The client ID that the provider knows, as a person types it. */
export const client = { id: 'mailstow' };

/** Signs Alice in as a window does, with a browser that a script drives. @returns the sign-in that is through */
export async function signIn(
  app: TestApp,
  { server }: Pick<Stand, 'server'>,
  { login = alice, denies = false } = {},
): Promise<string> {
  const begun = await app.call('signIn.begin', {
    target: { server, user: alice, email: alice },
    way: 'browser',
    client,
  });
  if (begun.way !== 'browser') throw new Error('It is another way');
  await signInAt(begun.url, login, { denies });
  return begun.signInId;
}

/** The account, signed in to and saved. */
export async function savedAccount(app: TestApp, stand: Stand, changes: Partial<Profile> = {}) {
  const signInId = await signIn(app, stand);
  return app.call('accounts.save', { profile: stand.profile(changes), signInId });
}
