import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TokenSource } from '../../../shared/model/account.ts';
import type { Client, SignInBegun } from '../../../shared/model/provider-sign-in.ts';
import { MailstowError } from '../../engine/errors.ts';
import { printable } from '../../engine/report/words.ts';
import { Clients } from '../../services/sign-in/clients.ts';
import { secretText } from '../../services/sign-in/grant.ts';
import { Issuers } from '../../services/sign-in/issuers.ts';
import { SignIns } from '../../services/sign-in/sign-ins.ts';
import { hasDesktop, openBrowser, removeEntrance } from '../../web/open-browser.ts';
import { filled, wrong } from '../argument-values.ts';
import type { ValuesOf } from '../option-table.ts';
import { commandFolder } from '../vault/open-vault.ts';
import type { Surroundings } from './command.ts';
import type { NamedAccount } from './named-account.ts';
import type { signInOptions } from './option-tables.ts';

type Values = ValuesOf<typeof signInOptions>;

/** What a sign-in gave. */
export interface SignedIn {
  /** As a vault keeps it. */
  readonly text: string;
  /** As people call it. */
  readonly provider: string;
  /** Of the sign-in as it is in memory. */
  readonly tokens: TokenSource;
}

/** What the page in the browser says. */
const pageWords = {
  language: 'en',
  done: 'You are signed in. You can close this page and go back to the terminal.',
  failed: 'The sign-in failed. The terminal says why.',
  foreign: 'This address belongs to no sign-in that is going on.',
} as const;

/**
 * Finds out how the person can sign in with the provider of the account.
 * @returns begins it, and ends when the person is through; undefined where the server knows passwords alone
 * @throws MailstowError where that was asked for and is not to be had, or where there is no client ID for it
 */
export async function beginWithProvider(
  { server, user, name, isProfile }: NamedAccount,
  values: Values,
  surroundings: Surroundings,
): Promise<(() => Promise<SignedIn>) | undefined> {
  const { env, signal } = surroundings;
  const client = clientOf(values, env);
  const clients = new Clients({ folder: commandFolder(env), env });
  const signIns = new SignIns({
    clients,
    issuers: new Issuers(),
    tell: () => undefined,
    // There is no log here.
    hide: () => undefined,
    open: async address => opens && (await openBrowser(address)),
    words: async () => pageWords,
  });
  const { provider, password } = await signIns.ways(server, user, signal);
  if (provider === undefined) {
    if ((values.device ?? values.as ?? client) === undefined) return undefined;
    throw new MailstowError('no-provider-sign-in', { args: { host: server.host } });
  }
  if (provider.client === undefined && client === undefined) {
    const { name: called, ownClient } = provider;
    const args = { provider: called, from: ownClient?.page ?? called };
    const code = password === 'none' ? 'client-id-needed-here' : 'client-id-or-password-needed';
    throw new MailstowError<'client-id-needed-here' | 'client-id-or-password-needed'>(code, {
      args,
    });
  }
  const opens = !values.device && hasDesktop(env, process.platform);
  const way = values.device || (!opens && provider.device) ? 'device' : 'browser';
  const email = isProfile ? user : name;
  return async () => {
    const begun = await signIns.begin({
      ...{ server, user, email, way, client },
      as: filled(values.as, '--as'),
    });
    const { signInId } = begun;
    const stop = () => signIns.cancel(signInId);
    signal.addEventListener('abort', stop);
    const through = new AbortController();
    try {
      const ended = signIns.ended(signInId);
      tell(begun, values.json ?? false, surroundings);
      if (signal.aborted) stop();
      const typed = takeAddress(begun, signIns, surroundings, through.signal);
      const { grant, signedInBy } = await ended.catch(asCommand).finally(() => through.abort());
      await typed;
      const tokens = signIns.tokens(signInId);
      return { text: secretText(grant), provider: signedInBy.provider, tokens };
    } finally {
      signal.removeEventListener('abort', stop);
      if (begun.way === 'browser' && begun.opened) removeEntrance(begun.url);
    }
  };
}

/** What the window asks in a question of its own is an option here. */
function asCommand(error: unknown): never {
  const { code, args = {} } = error instanceof MailstowError ? error.failure : {};
  const { found, wanted } = args;
  if (code !== 'signed-in-as-other' || found === undefined || wanted === undefined) throw error;
  throw new MailstowError('signed-in-as-other-here', { args: { found, wanted } });
}

function clientOf(values: Values, env: Surroundings['env']): Client | undefined {
  const id = filled(values['client-id'], '--client-id');
  const variable = filled(values['client-secret-variable'], '--client-secret-variable');
  if (id === undefined || variable === undefined) return id === undefined ? undefined : { id };
  const secret = env[variable];
  if (secret) return { id, secret };
  throw wrong(
    `The environment variable ${variable} is empty or not set`,
    `Set ${variable}, or leave out --client-secret-variable.`,
  );
}

/** What the person has to do now. */
function tell(begun: SignInBegun, json: boolean, { stdout, stderr }: Surroundings): void {
  if (json) {
    const { signInId: _, way, ...told } = begun;
    stdout.write(`${JSON.stringify({ event: way, ...told })}\n`);
    return;
  }
  const say = (line: string) => stderr.write(`${printable(line)}\n`);
  const minutes = Math.max(1, Math.round((begun.expiresAt - Date.now()) / 60_000));
  if (begun.way === 'device') {
    const { verificationUri, verificationUriComplete, userCode } = begun;
    say(
      `Open ${verificationUri} in a browser on any device, and type this code there: ${userCode}`,
    );
    if (verificationUriComplete !== undefined)
      say(`With the code in it: ${verificationUriComplete}`);
  } else if (begun.opened) {
    say('Your browser shows the page of your provider. If it does not, open this address:');
    say(begun.url);
  } else say(`Open this address in a browser: ${begun.url}`);
  say(`Waiting until you are signed in, ${minutes} minutes at most. To stop, press Ctrl+C.`);
}

/** Of a browser on another machine, which the redirect leads nowhere. Ends with the sign-in. */
async function takeAddress(
  begun: SignInBegun,
  signIns: SignIns,
  { stdin, stderr }: Surroundings,
  through: AbortSignal,
): Promise<void> {
  if (begun.way !== 'browser' || begun.opened || !stdin.isTTY) return;
  stderr.write(
    `If that browser is on another computer, it ends at an address that begins with ${begun.redirectUri} and that it cannot open. Paste that address here: `,
  );
  const lines = createInterface({ input: stdin, terminal: false });
  try {
    for (;;) {
      const [address] = (await once(lines, 'line', { signal: through })) as [string];
      try {
        signIns.finish(begun.signInId, address.trim());
      } catch (error) {
        if (!(error instanceof MailstowError)) throw error;
        stderr.write(`${error.message}\n`);
      }
    }
  } catch (error) {
    if (!through.aborted) throw error;
  } finally {
    lines.close();
  }
}
