import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { Passwords } from '../../../electron/services/accounts/passwords.ts';
import { noVault, type Vault } from '../../../electron/services/accounts/vault.ts';
import { RunningArchive } from '../../../electron/services/runs/running-archive.ts';
import { Clients } from '../../../electron/services/sign-in/clients.ts';
import type { Grant } from '../../../electron/services/sign-in/grant.ts';
import { Grants } from '../../../electron/services/sign-in/grants.ts';
import { Issuers } from '../../../electron/services/sign-in/issuers.ts';
import { type Finished, SignIns } from '../../../electron/services/sign-in/sign-ins.ts';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import { extensionNow, layoutNow } from '../../both-layouts.ts';
import { type HeldLine, startHeldLine } from '../../servers/held-line.ts';
import { signInAt } from '../../servers/oidc/person.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';
import { alice, client, type Stand } from './stand.ts';

/** Signing in without an app, as the command line does. */
export interface Signing {
  readonly secrets: Passwords;
  readonly grants: Grants;
  readonly folder: string;
  /** Signs Alice in, and keeps what the provider grants. */
  signIn(): Promise<Finished>;
  /** The grant as it is now: a slow machine may have renewed it already. */
  present(): Promise<Grant>;
}

export function aSigning({ server }: Pick<Stand, 'server'>, vault: Vault = noVault): Signing {
  const folder = temporaryFolder();
  const issuers = new Issuers();
  const secrets = new Passwords(vault);
  const hide = () => undefined;
  const grants = new Grants({ secrets, folder, issuers, provider: () => 'the provider', hide });
  const signIns = new SignIns({
    clients: new Clients({ folder, env: {} }),
    issuers,
    tell: () => undefined,
    open: async () => false,
    words: async () => ({ language: 'en', done: 'Done', failed: 'Failed', foreign: 'Foreign' }),
    hide,
  });
  onTestFinished(() => signIns.close());
  return {
    secrets,
    grants,
    folder,
    async signIn() {
      const person = { server, user: alice, email: alice, client };
      const begun = await signIns.begin({ ...person, way: 'browser' });
      if (begun.way !== 'browser') throw new Error('It is another way');
      await signInAt(begun.url, alice);
      const finished = await signIns.ended(begun.signInId);
      await secrets.keep(alice, finished.grant, true);
      return finished;
    },
    async present() {
      const secret = await secrets.find(alice);
      if (typeof secret !== 'object') throw new Error('There is no grant');
      return secret;
    },
  };
}

export interface GrantedRun {
  readonly line: HeldLine;
  readonly events: RunEvent[];
  readonly folder: string;
  readonly result: RunningArchive['result'];
  /** The first event that fits. */
  until(fits: (event: RunEvent) => boolean): Promise<RunEvent>;
}

/** Bytes of the server after which a connection is held: in the midst of the mail. */
const heldAfter = 100_000;

/** A run over three connections that is held in the midst of it. */
export async function runInTheMidst(
  { server, dovecot }: Stand,
  { grants }: Signing,
  connections = 1,
): Promise<GrantedRun> {
  const line = await startHeldLine(dovecot.ports.imaps, heldAfter, connections);
  onTestFinished(() => line.stop());
  const folder = join(temporaryFolder(), 'mail');
  const request: RunRequest = {
    server: { ...server, port: line.port },
    credentials: { user: alice, tokens: grants.tokens(alice) },
    mailboxes: 'all',
    selection: { headersOnly: false, unseenOnly: false },
    folder,
    layout: layoutNow(),
    extension: extensionNow(),
    purge: false,
    connections,
    separate: false,
    overrideAccount: false,
  };
  const events: RunEvent[] = [];
  const hear: ((event: RunEvent) => void)[] = [];
  const run = new RunningArchive(request, event => {
    events.push(event);
    for (const each of hear) each(event);
  });
  onTestFinished(() => run.stop());
  run.result.catch(() => undefined);
  const until = (fits: (event: RunEvent) => boolean) => {
    const { promise, resolve } = Promise.withResolvers<RunEvent>();
    const look = (event: RunEvent) => void (fits(event) && resolve(event));
    hear.push(look);
    events.forEach(look);
    return promise;
  };
  await Promise.race([line.held, run.result.then(() => Promise.reject(new Error('It is over')))]);
  return { line, events, folder, result: run.result, until };
}

/**
 * Until the access token of a grant has expired.
 * @param life seconds that it has
 */
export function untilExpired({ freshUntil = 0 }: Grant, life: number): Promise<void> {
  // It counts as fresh for three quarters of a short life.
  return sleep(Math.max(0, freshUntil + (life * 1000) / 4 - Date.now()));
}
