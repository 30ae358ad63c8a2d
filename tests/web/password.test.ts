import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Attempts } from '../../electron/web/sign-in/attempts.ts';
import { clientAddress } from '../../electron/web/sign-in/client-address.ts';
import { ServerPassword } from '../../electron/web/sign-in/password.ts';
import { SealedVault } from '../../electron/web/sign-in/sealed-vault.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';
import { cookieOf, type ServedApp, servedApp } from './served-app.ts';

const password = 'a long enough one';

function signIn({ ask, port }: ServedApp, given: string, origin = `http://127.0.0.1:${port}`) {
  return ask('/sign-in', {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ password: given }).toString(),
  });
}

describe('a server with a password', () => {
  test('asks for it without any script, and opens with the right one only', async () => {
    const served = await servedApp({}, password);
    expect(served.address).not.toContain('token');
    const asked = await served.ask('/');
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('<form method="post" action="/sign-in">');
    expect(asked.text).not.toMatch(/<script|<style|style=| on\w+=/);
    expect(asked.headers['content-security-policy']).toContain("form-action 'self'");
    // With no-referrer a browser would send `Origin: null` with the form.
    expect(asked.headers['referrer-policy']).toBe('same-origin');
    const wrong = await signIn(served, 'another one');
    expect(wrong).toMatchObject({ status: 401, text: expect.stringContaining('Wrong password.') });
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect((await signIn(served, password, 'http://example.org')).status).toBe(403);
    const right = await signIn(served, password);
    expect({ status: right.status, location: right.headers.location }).toEqual({
      status: 303,
      location: '/',
    });
    const window = await served.ask('/', { headers: cookieOf(right.headers) });
    expect(window.text).toContain('The window');
  });

  test('asks in the first language of the browser', async () => {
    const { ask } = await servedApp({}, password);
    const asked = async (language: string) =>
      (await ask('/', { headers: { 'Accept-Language': language } })).text;
    expect(await asked('cs-CZ,cs;q=0.9,en;q=0.8')).toMatch(/<html lang="cs">[\s\S]*Heslo/);
    expect(await asked('de-AT,cs;q=0.5')).toMatch(/<html lang="de">[\s\S]*Passwort/);
    expect(await asked('it,cs;q=0.5')).toMatch(/<html lang="en">[\s\S]*Password/);
  });

  test('slows down anyone who guesses', async () => {
    const served = await servedApp({}, password);
    for (const guess of ['one', 'two', 'three', 'four']) {
      expect((await signIn(served, guess)).status).toBe(401);
    }
    const { status, headers } = await signIn(served, password);
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  test('another address than this machine’s is served with one, and with a warning, and else not', async () => {
    await expect(servedApp({ bind: '0.0.0.0' })).rejects.toMatchObject({ kind: 'arguments' });
    const served = await servedApp({ bind: '0.0.0.0', names: ['mail.example.org'] }, password);
    expect(served.warning).toMatch(/not encrypted/);
    const under = async (name: string) => {
      const { status } = await served.ask('/', { headers: { Host: `${name}:${served.port}` } });
      return status;
    };
    expect(await under('mail.example.org')).toBe(401);
    expect(await under('192.0.2.7')).toBe(401);
    expect(await under('other.example.org')).toBe(403);
  });

  test('knows it by what scrypt makes of it alone', async () => {
    const folder = temporaryFolder();
    const kept = new ServerPassword(folder);
    expect(kept.isSet).toBe(false);
    await kept.set(password);
    expect(readFileSync(join(folder, 'web-password.json'), 'utf8')).not.toContain(password);
    const again = new ServerPassword(folder);
    expect(again.isSet).toBe(true);
    expect(await again.unlock('another one')).toBeUndefined();
    expect(await again.unlock('')).toBeUndefined();
    expect(await again.unlock(password)).toHaveLength(32);
  });
});

describe('kept passwords', () => {
  const key = Buffer.alloc(32, 7);

  test('come back with the right key alone, each for its own account', async () => {
    const folder = temporaryFolder();
    const vault = new SealedVault(folder);
    expect(await vault.keeps()).toBe(false);
    await vault.write('one', 'lost');
    vault.unlock(key);
    await vault.write('one', 'secret of one');
    await vault.write('two', 'secret of two');
    await vault.remove('two');
    const text = readFileSync(join(folder, 'web-passwords.json'), 'utf8');
    expect(text).not.toContain('secret');
    const again = new SealedVault(folder);
    expect(await again.read('one')).toBeUndefined();
    again.unlock(key);
    expect(await again.has('one')).toBe(true);
    expect(await again.read('one')).toBe('secret of one');
    expect(await again.has('two')).toBe(false);
    again.unlock(Buffer.alloc(32, 8));
    expect(await again.read('one')).toBeUndefined();
  });

  test('one moved under another account, or altered, is none', async () => {
    const folder = temporaryFolder();
    const vault = new SealedVault(folder);
    vault.unlock(key);
    await vault.write('one', 'secret');
    const path = join(folder, 'web-passwords.json');
    const file = JSON.parse(readFileSync(path, 'utf8'));
    const { one } = file.content;
    const text = Buffer.from(one.text, 'base64');
    text.writeUInt8(text.readUInt8() ^ 1);
    const altered = { ...one, text: text.toString('base64') };
    writeFileSync(path, JSON.stringify({ ...file, content: { one: altered, two: one } }));
    const again = new SealedVault(folder);
    again.unlock(key);
    expect(await again.read('one')).toBeUndefined();
    expect(await again.read('two')).toBeUndefined();
  });
});

describe('attempts', () => {
  const wrong = async () => undefined;

  test('of an address: three for nothing, then twice the wait each time, and a right one forgets', async () => {
    let now = 0;
    const attempts = new Attempts(() => now);
    const guess = () => attempts.try('192.0.2.1', wrong);
    for (let slip = 0; slip < 4; slip += 1) expect(await guess()).toBe('wrong');
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      waits.push(attempts.wait('192.0.2.1'));
      expect(await guess()).toBe('wait');
      // Nobody else waits for it.
      expect(await attempts.try(`198.51.100.${round}`, async () => 'key')).toBe('key');
      now += attempts.wait('192.0.2.1');
      expect(await guess()).toBe('wrong');
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60, 60].map(seconds => seconds * 1_000));
    now += attempts.wait('192.0.2.1');
    expect(await attempts.try('192.0.2.1', async () => 'key')).toBe('key');
    expect(await guess()).toBe('wrong');
    expect(attempts.wait('192.0.2.1')).toBe(0);
  });

  test('are heard one at a time, those of anyone who guessed least first, and of each one alone', async () => {
    const attempts = new Attempts(() => 0);
    const order: string[] = [];
    const { promise: running, resolve: finish } = Promise.withResolvers<undefined>();
    const first = attempts.try('first', () => running);
    await attempts.try('first', wrong).then(outcome => expect(outcome).toBe('wait'));
    const hear = (name: string) =>
      attempts.try(name, async () => {
        order.push(name);
        return name;
      });
    const guessers = ['guesser one', 'guesser two'];
    finish(undefined);
    await first;
    for (const guesser of guessers) await attempts.try(guesser, wrong);
    const { promise: again, resolve: finishAgain } = Promise.withResolvers<undefined>();
    const second = attempts.try('second', () => again);
    const all = [...guessers, 'owner'].map(hear);
    finishAgain(undefined);
    await Promise.all([second, ...all]);
    expect(order).toEqual(['owner', ...guessers]);
  });

  test('of a stranger hold nobody up from whose address the password came before', async () => {
    const attempts = new Attempts(() => 0);
    expect(await attempts.try('owner', async () => 'key')).toBe('key');
    const { promise: running, resolve: finish } = Promise.withResolvers<undefined>();
    const stranger = attempts.try('stranger', () => running);
    expect(await attempts.try('owner', async () => 'key')).toBe('key');
    finish(undefined);
    expect(await stranger).toBe('wrong');
  });

  test('of more addresses than can wait are refused, those that guessed most first', async () => {
    const attempts = new Attempts(() => 0);
    for (let at = 0; at < 100; at += 1) await attempts.try(`guesser ${at}`, wrong);
    const { promise: running, resolve: finish } = Promise.withResolvers<undefined>();
    const first = attempts.try('first', () => running);
    const guesses = Array.from({ length: 100 }, (_, at) => attempts.try(`guesser ${at}`, wrong));
    const owner = attempts.try('owner', async () => 'key');
    finish(undefined);
    await first;
    expect(await owner).toBe('key');
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter(outcome => outcome === 'wait').length).toBeGreaterThanOrEqual(80);
  });
});

test.each([
  ['192.0.2.1', undefined, '192.0.2.1'],
  ['::ffff:192.0.2.1', undefined, '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
  ['2001:0db8:1:2::9', undefined, '2001:db8:1:2'],
  ['fe80::1%eth0', undefined, 'fe80:0:0:0'],
  // What a client says of itself counts only behind a proxy of this machine, and only its last word.
  ['192.0.2.1', '198.51.100.7', '192.0.2.1'],
  ['127.0.0.1', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
  ['::1', '2001:db8::7', '2001:db8:0:0'],
  ['127.0.0.1', undefined, '127.0.0.1'],
])('a client at %s, forwarded for %s, is counted as %s', (remoteAddress, forwarded, counted) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const socket = { remoteAddress } as Socket;
  expect(clientAddress({ socket, headers })).toBe(counted);
});

test('the folder of the person’s data is nobody else’s', async () => {
  const userData = join(temporaryFolder(), 'browser');
  await servedApp({ userData }, password);
  if (process.platform !== 'win32') expect(statSync(userData).mode & 0o077).toBe(0);
});
