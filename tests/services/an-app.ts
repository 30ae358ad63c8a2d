import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { noVault } from '../../electron/services/accounts/vault.ts';
import { App, type AppOptions } from '../../electron/services/app.ts';
import type { AppEvent } from '../../electron/services/events.ts';
import type { CallName, Input, Output, Profile, RunState } from '../../shared/contract.ts';
import type { Failure } from '../../shared/model/failure.ts';
import type { ServerOptions } from '../servers/scripted/options.ts';
import { type ScriptedServer, startServer } from '../servers/scripted/server.ts';
import { aProfile, temporaryFolder } from './accounts/a-profile.ts';
import { nobody } from './nobody.ts';

/** An app with a folder of its own, for tests that ask it as a window would. */
export interface TestApp {
  readonly app: App;
  readonly userData: string;
  readonly events: AppEvent[];
  /** @throws where the call fails */
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** @throws where the call succeeds */
  failureOf<Name extends CallName>(name: Name, input: Input<Name>): Promise<Failure>;
  /** The first state of the account's run, from now on or as it is, that fits. */
  until(accountId: string, fits: (state: RunState) => boolean): Promise<RunState>;
}

export function anApp(options: Partial<AppOptions> = {}): TestApp {
  const { userData = temporaryFolder() } = options;
  const roots = 'everywhere';
  const app = new App({ userData, host: nobody, vault: noVault, roots, ...options });
  onTestFinished(() => app.close());
  const events: AppEvent[] = [];
  app.subscribe(event => events.push(event));
  return {
    app,
    userData,
    events,
    async call<Name extends CallName>(name: Name, input: Input<Name>) {
      const answer = await app.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.failure.message}`);
      return answer.value as Output<Name>;
    },
    async failureOf(name, input) {
      const answer = await app.call(name, input);
      if (answer.ok) throw new Error(`${name} succeeded`);
      return answer.failure as Failure;
    },
    until(accountId, fits) {
      const { promise, resolve } = Promise.withResolvers<RunState>();
      const look = (state: RunState) => {
        if (state.accountId === accountId && fits(state)) resolve(state);
      };
      const unsubscribe = app.subscribe(event => {
        if (event.name === 'run.changed') for (const state of app.runs.list()) look(state);
      });
      for (const state of app.runs.list()) look(state);
      return promise.finally(unsubscribe);
    },
  };
}

export interface ServedAccount extends TestApp {
  readonly server: ScriptedServer;
  readonly accountId: string;
  /** Where its mail is kept. */
  readonly folder: string;
}

/** An app with one account on a scripted server, which must end without a fault. */
export async function withAccount(
  serverOptions: ServerOptions,
  changes: Partial<Profile> = {},
  options: Partial<AppOptions> = {},
): Promise<ServedAccount> {
  const server = await startServer(serverOptions);
  onTestFinished(async () => {
    await server.stop();
    expect(server.faults).toEqual([]);
  });
  const test = anApp(options);
  const folder = join(temporaryFolder(), 'mail');
  const { id } = await test.call('accounts.save', {
    profile: aProfile({
      user: 'user',
      server: { host: '127.0.0.1', port: server.port, security: 'none' },
      folder,
      ...changes,
    }),
    password: 'secret',
  });
  return { ...test, server, accountId: id, folder };
}
