import { describe, expect, onTestFinished, test } from 'vitest';
import type { LayoutName } from '../../../../shared/model/run.ts';
import { ignoringPipelines } from '../../../servers/one-by-one.ts';
import type { CommandAnswer, ReceivedCommand } from '../../../servers/scripted/options.ts';
import { startServer } from '../../../servers/scripted/server.ts';
import { accountAt, numbered, scriptedAccount } from '../test-account.ts';

const { mailbox, texts } = numbered(3);
const layouts: readonly LayoutName[] = ['flat', 'folders'];

async function accountOf(
  password: { readonly right: string; readonly typed: string },
  answer: (command: ReceivedCommand) => CommandAnswer,
  endpoint: { readonly timeout?: number } = {},
) {
  const server = await startServer({
    mailboxes: [mailbox],
    users: { user: password.right },
    onCommand: answer,
  });
  onTestFinished(() => server.stop());
  const credentials = { user: 'user', password: password.typed };
  const account = accountAt({ port: server.port, ...endpoint }, credentials);
  const tries = () =>
    server.commands.flatMap(({ name, line }) =>
      name === 'LOGIN' || name === 'AUTHENTICATE' ? [line.split(' ').slice(1, 3).join(' ')] : [],
    );
  return { account, tries };
}

const failures = ['BAD Broken', 'NO Not supported', 'close', 'reset', 'silent'] as const;
type HowItFails = (typeof failures)[number];

function fails(tag: string, how: HowItFails): CommandAnswer {
  return how.startsWith('BAD') || how.startsWith('NO')
    ? `${tag} ${how}\r\n`
    : (how as CommandAnswer);
}

/** Short where silence has to end: on a busy machine an answer may take as long, and that is a loss. */
function endpointWhere(how: HowItFails): { readonly timeout?: number } {
  return how === 'silent' ? { timeout: 600 } : {};
}

describe('a way of logging in that fails for its own reasons falls to the next', () => {
  test.each(failures)('LOGIN: %s, AUTHENTICATE works', async how => {
    const password = { right: 'secret', typed: 'secret' };
    const { account, tries } = await accountOf(
      password,
      ({ name, tag }) => (name === 'LOGIN' ? fails(tag, how) : 'default'),
      endpointWhere(how),
    );
    expect(await account.run()).toMatchObject({ stored: texts.length });
    expect(tries()).toEqual(['LOGIN user', 'AUTHENTICATE PLAIN']);
  });

  test.each(failures)('AUTHENTICATE PLAIN: %s, LOGIN works', async how => {
    const password = { right: 'größe', typed: 'größe' };
    const { account, tries } = await accountOf(
      password,
      ({ name, tag, line }) =>
        name === 'AUTHENTICATE' && line.includes('PLAIN') ? fails(tag, how) : 'default',
      endpointWhere(how),
    );
    expect(await account.run()).toMatchObject({ stored: texts.length });
    expect(tries()).toEqual(['AUTHENTICATE PLAIN', 'LOGIN user']);
  });

  test('once a way has worked, the others are not tried when it is refused', async () => {
    const password = { right: 'secret', typed: 'secret' };
    let logins = 0;
    const { account, tries } = await accountOf(password, ({ name, tag }) => {
      if (name === 'LOGIN' && logins++ > 0) return `${tag} NO Refused\r\n`;
      return name === 'UID FETCH' ? 'close' : 'default';
    });
    await expect(account.run({ patience: 300 })).rejects.toThrow();
    expect(new Set(tries())).toEqual(new Set(['LOGIN user']));
  });
});

describe('a wrong password', () => {
  const wrong = { right: 'secret', typed: 'other' };
  const refusing =
    (words: string) =>
    ({ name, tag }: ReceivedCommand): CommandAnswer =>
      name === 'LOGIN' || name === 'AUTHENTICATE' ? `${tag} NO ${words}\r\n` : 'default';

  test.each([
    '[AUTHENTICATIONFAILED] Wrong',
    '[EXPIRED] Too old',
    'Account is locked',
    'Too many attempts',
  ])('is sent once: %s', async words => {
    const { account, tries } = await accountOf(wrong, refusing(words));
    await expect(account.run()).rejects.toMatchObject({ failure: { kind: 'login-refused' } });
    expect(tries()).toHaveLength(1);
  });

  test('is sent once by each way at most where the server gives no reason, and its words are told', async () => {
    const { account, tries } = await accountOf(wrong, refusing('Login failed'));
    await expect(account.run()).rejects.toMatchObject({
      failure: { kind: 'login-refused', serverText: 'Login failed' },
    });
    expect(tries().length).toBeLessThanOrEqual(3);
    expect(new Set(tries()).size).toBe(tries().length);
  });
});

describe('an app password as its provider shows it', () => {
  test.each(['abcd efgh ijkl mnop', 'abcd\u00a0efgh\u00a0ijkl\u00a0mnop'])(
    'is tried without blanks too: %s',
    async typed => {
      const { account } = await accountOf({ right: 'abcdefghijklmnop', typed }, () => 'default');
      expect(await account.run()).toMatchObject({ stored: texts.length });
    },
  );

  test('once', async () => {
    const password = { right: 'secret', typed: 'abcd efgh ijkl mnop' };
    const { account, tries } = await accountOf(password, () => 'default');
    await expect(account.run()).rejects.toMatchObject({ failure: { kind: 'login-refused' } });
    expect(tries()).toEqual(['LOGIN user', 'LOGIN user']);
  });

  test('no other password is changed', async () => {
    const password = { right: 'abcdefgh', typed: 'abcd efgh' };
    const { account, tries } = await accountOf(password, () => 'default');
    await expect(account.run()).rejects.toMatchObject({ failure: { kind: 'login-refused' } });
    expect(tries()).toHaveLength(1);
  });
});

describe('a server that ignores what is sent ahead of its answers', () => {
  test.each(layouts.flatMap(layout => [1, 2].map(connections => [layout, connections] as const)))(
    'gets one command at a time (%s, %i connections)',
    async (layout, connections) => {
      const mailboxes = [numbered(1_200).mailbox, numbered(2, 'Second').mailbox];
      const { server } = await scriptedAccount({ mailboxes });
      const proxy = await ignoringPipelines(server.port);
      onTestFinished(() => proxy.stop());
      const account = accountAt({ port: proxy.port, timeout: 1_000 });
      const result = await account.run({ layout, connections, mailboxes: 'all' });
      expect(result).toMatchObject({ stored: 1_202, problems: [] });
      // It did ignore something, and all of it was on the connections before that was learned.
      expect(proxy.ignored.length).toBeGreaterThan(0);
      expect(server.connections.length).toBeLessThanOrEqual(1 + connections);
    },
    30_000,
  );
});
