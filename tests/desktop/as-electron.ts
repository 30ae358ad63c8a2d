import { registerHooks } from 'node:module';
import { argv, exit, stdout } from 'node:process';
import { setTimeout as later } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CallName, Input, Output } from '../../shared/contract.ts';

/**
 * A process of its own that runs the built desktop app as Electron would, with the fake in Electron's place: one
 * account is archived and its first message looked at through the doors that the window has.
 */
const [main = '', userData = '', folder = '', port = ''] = argv.slice(2);
const fakeUrl = new URL('./fake-electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fakeUrl, shortCircuit: true } : next(specifier, context),
});
const { answers, FakeWindow, ipcMain, session } = await import('./fake-electron.ts');
answers.userData = userData;
// A program of root's would end; the tests may be root's.
process.getuid = () => 1_000;
await import(pathToFileURL(main).href);

/** Waits for what is going to be, a minute at most. */
async function until<Value>(look: () => Value | undefined | Promise<Value | undefined>) {
  for (let tries = 0; tries < 3_000; tries++) {
    const value = await look();
    if (value !== undefined) return value;
    await later(20);
  }
  throw new Error('It never came.');
}

const window = await until(() => FakeWindow.all[0]);
const [handle] = ipcMain.handlers.values();

async function call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const senderFrame = { origin: 'mailstow://app', parent: null };
  const answer = await handle?.({ senderFrame, sender: window.webContents }, name, input);
  const { ok, value } = answer as { ok: boolean; value: Output<Name> };
  if (!ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return value;
}

async function fetchFrom(address: string): Promise<Response> {
  const { protocol } = new URL(address);
  const answer = await session.defaultSession.schemes.get(protocol.slice(0, -1))?.(
    new Request(address),
  );
  if (answer === undefined) throw new Error(`Nothing answers ${address}.`);
  return answer;
}

const account = await call('accounts.save', {
  profile: {
    email: 'accounts@example.org',
    user: 'user',
    server: { host: '127.0.0.1', port: Number(port), security: 'none' },
    leftOut: [],
    headersOnly: false,
    unseenOnly: false,
    folder,
    rememberPassword: true,
  },
  password: 'secret',
});
const accountId = account.id;
await call('runs.start', { accountId });
const run = await until(async () => {
  const [state] = await call('runs.list', undefined);
  return state?.finishedAt === undefined ? undefined : state;
});
const query = { accountId, sort: 'date', descending: true, offset: 0, limit: 10 } as const;
const rows = await until(async () => {
  const { total, rows } = await call('library.messages', query);
  return total === run.stored ? rows : undefined;
});
const message = await call('library.message', {
  accountId,
  messageId: rows[0]?.id ?? 0,
  remote: false,
});
const page = await fetchFrom(message.page ?? 'mailstow-mail://none/');
const html = await page.text();
const [, image = 'none'] = /<img[^>]+src="([^"]+)"/.exec(html) ?? [];
const picture = await fetchFrom(new URL(image, message.page).href);
stdout.write(
  JSON.stringify({
    info: await call('app.info', undefined),
    index: await (await fetchFrom('mailstow://app/')).text(),
    state: run.state,
    subjects: rows.map(({ subject }) => subject),
    html,
    picture: Buffer.from(await picture.arrayBuffer()).toString('base64'),
    pictureType: picture.headers.get('Content-Type'),
  }),
);
exit(0);
