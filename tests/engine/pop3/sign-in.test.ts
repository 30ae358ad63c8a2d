import { describe, expect, onTestFinished, test } from 'vitest';
import { onTrace } from '../../../electron/engine/session/trace/trace.ts';
import type { SignInWay } from '../../../shared/model/sign-in-ways.ts';
import { test as inBothLayouts, storedMessages } from '../../both-layouts.ts';
import { startServer } from '../../servers/scripted/server.ts';
import type { Pop3ServerOptions } from '../../servers/scripted-pop3/options.ts';
import { aMessage, usualCapabilities } from '../../servers/scripted-pop3/server.ts';
import { accountAt } from '../run/test-account.ts';
import { dropAccount } from './drop-account.ts';

const messages = [aMessage(1)];

async function failureOf(options: Pop3ServerOptions, signIn?: SignInWay) {
  const account = await dropAccount({ messages, ...options }, signIn && { signIn });
  const thrown = await account.run().catch(error => error);
  return { failure: thrown.failure, account };
}

describe('the way to sign in', () => {
  const verbs = ({ server }: Awaited<ReturnType<typeof dropAccount>>) =>
    server.commands.map(({ name }) => name).filter(name => /^(AUTH|USER|PASS|APOP)$/.test(name));

  test.each([
    ['APOP where nothing is encrypted and the greeting allows it', {}, undefined, ['APOP']],
    ['PASS where it has no timestamp', { greeting: '+OK hello' }, undefined, ['USER', 'PASS']],
    ['PASS behind a refused APOP', { without: ['APOP'] }, undefined, ['APOP', 'USER', 'PASS']],
    [
      'PASS where CAPA is unknown',
      { greeting: '+OK', without: ['CAPA'] },
      undefined,
      ['USER', 'PASS'],
    ],
    [
      'AUTH where USER is not offered',
      { greeting: '+OK', capabilities: ['SASL PLAIN', 'UIDL'] },
      undefined,
      ['AUTH'],
    ],
    ['the one that was chosen', {}, 'plain', ['AUTH']],
  ] satisfies [string, Pop3ServerOptions, SignInWay | undefined, string[]][])(
    '%s',
    async (_name, options, signIn, expected) => {
      const account = await dropAccount({ messages, ...options }, signIn && { signIn });
      expect((await account.run()).verdict.state).toBe('complete');
      expect(verbs(account)).toEqual(expected);
    },
  );

  test('none but the chosen', async () => {
    const { failure, account } = await failureOf({}, 'scram-sha-256');
    expect(failure).toMatchObject({ code: 'sign-in-way-not-offered' });
    expect(verbs(account)).toEqual([]);
  });

  test('a wrong password is told as that', async () => {
    const { failure } = await failureOf({ users: { user: 'other' }, greeting: '+OK' });
    expect(failure).toMatchObject({
      code: 'login-refused',
      serverText: '[AUTH] Authentication failed.',
    });
  });
});

describe('a maildrop that cannot be had', () => {
  const answering = (answer: string, times: number): Pop3ServerOptions => {
    let left = times;
    return {
      greeting: '+OK',
      onCommand: ({ name }) => (name === 'PASS' && left-- > 0 ? answer : undefined),
    };
  };

  inBothLayouts.each(['[IN-USE] locked', '[LOGIN-DELAY] too soon', '[SYS/TEMP] later'])(
    '%s is waited for',
    async text => {
      const account = await dropAccount({ messages, ...answering(`-ERR ${text}\r\n`, 2) });
      const { verdict } = await account.run({ patience: 60_000 });
      expect(verdict).toMatchObject({ state: 'complete', stored: 1 });
      expect(Object.keys(storedMessages(account.folder))).toEqual(['MSG_INBOX_1.txt']);
      expect(account.events.filter(({ event }) => event === 'waiting')).toHaveLength(2);
    },
  );

  inBothLayouts.each([
    ['[IN-USE] locked', 'maildrop-in-use'],
    ['[SYS/PERM] gone', 'maildrop-unavailable'],
    ['[SYS/TEMP] later', 'maildrop-unavailable'],
  ])('%s ends the run in its own words', async (text, code) => {
    const { failure, account } = await failureOf(answering(`-ERR ${text}\r\n`, 1_000));
    expect(failure).toMatchObject({ code, serverText: text });
    expect(account.server.count('RETR')).toBe(0);
    expect(storedMessages(account.folder)).toEqual({});
  });
});

describe('the other protocol', () => {
  test('an IMAP server is told as such', async () => {
    const server = await startServer({});
    onTestFinished(() => server.stop());
    const run = accountAt({ port: server.port, protocol: 'pop3' }).run();
    await expect(run).rejects.toMatchObject({ failure: { code: 'greeting-of-imap' } });
  });

  test('a POP3 server is told as such', async () => {
    const { server } = await dropAccount({});
    const run = accountAt({ port: server.port }).run();
    await expect(run).rejects.toMatchObject({ failure: { code: 'greeting-of-pop3' } });
  });

  test.each(['220 smtp ready', 'SSH-2.0-x', '+OKAY'])('"%s" is neither', async greeting => {
    const { failure } = await failureOf({ greeting });
    expect(failure).toMatchObject({ code: 'not-a-pop3-greeting' });
  });

  test('a server that turns us away says why', async () => {
    const { failure } = await failureOf({ greeting: '-ERR too busy' });
    expect(failure).toMatchObject({ code: 'turned-away', serverText: 'too busy' });
  });
});

test('STLS is asked for, or nothing is sent', async () => {
  const account = await dropAccount(
    { messages, capabilities: usualCapabilities },
    { security: 'starttls' },
  );
  await expect(account.run()).rejects.toMatchObject({ failure: { code: 'starttls-not-offered' } });
  const refusing = await dropAccount(
    {
      messages,
      capabilities: ['STLS'],
      onCommand: ({ name }) => (name === 'STLS' ? '-ERR no\r\n' : undefined),
    },
    { security: 'starttls' },
  );
  await expect(refusing.run()).rejects.toMatchObject({ failure: { code: 'starttls-refused' } });
  const injecting = await dropAccount(
    {
      messages,
      capabilities: ['STLS'],
      onCommand: ({ name }) => (name === 'STLS' ? '+OK\r\n+OK injected\r\n' : undefined),
    },
    { security: 'starttls' },
  );
  await expect(injecting.run()).rejects.toMatchObject({
    failure: { code: 'bytes-before-encryption' },
  });
  for (const { server } of [account, refusing, injecting]) {
    expect(server.lines.join(' ')).not.toMatch(/USER|PASS|AUTH|APOP/);
  }
});

test('no trace, event or failure shows the password, or mail', async () => {
  const heard: string[] = [];
  onTestFinished(onTrace(({ from, text }) => heard.push(`${from} ${text}`)));
  for (const signIn of ['login-command', 'plain', 'apop'] as const) {
    const account = await dropAccount(
      {
        users: { user: 'hunter2hunter2' },
        messages: [aMessage(1, 'secret mail\r\n')],
        onCommand: ({ name, argument }) =>
          name === 'NOOP' ? `+OK hunter2hunter2 ${argument}\r\n` : undefined,
      },
      { signIn },
    );
    const run = accountAt(
      { port: account.server.port, protocol: 'pop3', signIn },
      { user: 'user', password: 'hunter2hunter2' },
    );
    expect((await run.run()).verdict.state).toBe('complete');
    expect(JSON.stringify(run.events)).not.toContain('hunter2');
  }
  expect(heard.join('\n')).toMatch(/C PASS \*\*\*[\s\S]*C AUTH PLAIN \*\*\*[\s\S]*C APOP \*\*\*/);
  expect(heard.join('\n')).not.toMatch(/hunter2|secret mail|aHVudGVyM/);
});
