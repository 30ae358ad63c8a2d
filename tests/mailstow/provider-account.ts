import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { layoutNow } from '../both-layouts.ts';
import { type Here, saidIn } from '../cli/command-line.ts';
import { exitCodeFrom } from '../imapcl/run-process.ts';
import { signInAt } from '../servers/oidc/person.ts';
import type { ProviderOptions } from '../servers/oidc/provider.ts';
import { Outage } from '../servers/outage.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';
import { alice, aStand } from '../services/sign-in/stand.ts';
import { noTerminal, vaultPassword } from './saved-account.ts';

/**
 * Alice's mail on a server that takes her provider's tokens, and her profile `alice`. Commands run in this process,
 * where there is neither terminal nor keyring nor browser.
 */
export async function providerAccount(options: ProviderOptions = {}) {
  const { provider, dovecot } = await aStand(options);
  const line = await Outage.before(dovecot.ports.imaps);
  onTestFinished(() => line.begin());
  const folder = temporaryFolder();
  const [config, out] = [join(folder, 'config'), join(folder, 'mail')];
  const env = { MAILSTOW_CONFIG: config, VAULT: vaultPassword };
  const mailstow = async (args: readonly string[], more: Here = {}) => {
    const ended = await saidIn(env, args, { stdin: noTerminal, ...more });
    return { ...ended, code: exitCodeFrom(ended.code) };
  };
  const access = ['--server', '127.0.0.1', '--port', `${line.port}`];
  const trust = ['--certificate-file', dovecot.ca];
  const where = ['--folder', out, '--layout', layoutNow(), '--connections', '1'];
  const vault = ['--vault-password-variable', 'VAULT'];
  const profile = [...access, ...trust, '--user', alice, ...where, ...vault];
  await mailstow(['profile', 'save', 'alice', ...profile]);
  const signInArguments = ['sign-in', 'alice', '--client-id', 'mailstow', ...vault, '--json'];
  /** With a code or in a browser, as the provider has it; whoever it is does so at once. */
  const signIn = (login = alice, { denies = false, args = [] as readonly string[] } = {}) => {
    let walked: Promise<unknown> | undefined;
    const ended = mailstow([...signInArguments, ...args], {
      onStdout(text) {
        const { event, url, verificationUriComplete } = JSON.parse(text);
        if (event === 'device' || event === 'browser') {
          walked = signInAt(url ?? verificationUriComplete, login, { denies });
        }
      },
    });
    return ended.finally(() => walked);
  };
  const archive = (more: Here = {}, ...args: string[]) =>
    mailstow(['archive', 'alice', '--json', ...args], more);
  return {
    provider,
    dovecot,
    line,
    folder,
    config,
    out,
    env,
    vault,
    profile,
    mailstow,
    signIn,
    signInArguments,
    archive,
  };
}

/** The events that a command printed. */
export function eventsOf({ stdout }: { readonly stdout: string }) {
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}
