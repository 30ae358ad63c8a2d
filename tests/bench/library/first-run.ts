import { argv, resourceUsage, stdout } from 'node:process';
import { noVault } from '../../../electron/services/accounts/vault.ts';
import { App } from '../../../electron/services/app.ts';
import type { CallName, Input, Output } from '../../../shared/contract.ts';
import { noLibrary } from '../../services/no-library.ts';
import { nobody } from '../../services/nobody.ts';

/** One first run of the app in a process of its own, as a JSON argument. */
export interface LibraryRunJob {
  readonly user: string;
  readonly password: string;
  /** Of TLS on 127.0.0.1. */
  readonly port: number;
  /** PEM file of the authority behind the server's certificate. */
  readonly ca: string;
  /** For the app's own files and for the mail; need not exist. */
  readonly folder: string;
  readonly messages: number;
  /** Lists what is stored while the run goes on. */
  readonly library: boolean;
}

/** What it prints, as JSON. Seconds from the start of the run. */
export interface LibraryRunTimes {
  readonly run: number;
  /** Until the list has all messages; as {@link run} without a library. */
  readonly listed: number;
  /** Of processors, from the start of the process until then. */
  readonly processor: number;
}

const job: LibraryRunJob = JSON.parse(argv[2] ?? '');
const { folder, library, port, ca, user, password } = job;
const app = new App({
  userData: folder,
  host: nobody,
  vault: noVault,
  roots: 'everywhere',
  ...(library ? {} : { library: noLibrary }),
});

async function call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await app.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value as Output<Name>;
}

const { id: accountId } = await call('accounts.save', {
  profile: {
    email: user,
    user,
    server: { host: '127.0.0.1', port, security: 'tls', certificateFile: ca },
    leftOut: [],
    headersOnly: false,
    unseenOnly: false,
    folder: `${folder}/mail`,
    rememberPassword: false,
  },
  password,
});
const over = Promise.withResolvers<void>();
const all = Promise.withResolvers<void>();
app.subscribe(event => {
  if (event.name === 'run.changed') {
    const { state } = event.value;
    if (state === 'done') over.resolve();
    if (state === 'failed') over.reject(new Error(JSON.stringify(event.value.failure)));
  }
  if (event.name === 'library.changed' && event.value.messages === job.messages) all.resolve();
});
const start = performance.now();
await call('runs.start', { accountId });
await over.promise;
const run = (performance.now() - start) / 1000;
if (library) await all.promise;
const listed = library ? (performance.now() - start) / 1000 : run;
const { userCPUTime, systemCPUTime } = resourceUsage();
await app.close();
const times: LibraryRunTimes = { run, listed, processor: (userCPUTime + systemCPUTime) / 1e6 };
stdout.write(`${JSON.stringify(times)}\n`);
