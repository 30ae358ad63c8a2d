import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../../electron/engine/session/login/secrets.ts';
import { connect } from '../../../electron/engine/session/session.ts';
import { echoes, passwords } from '../../echoes.ts';
import { failureOf } from './open-connection.ts';
import { startRawServer } from './raw-server.ts';

describe('a password that a server repeats', () => {
  test('is masked in every form, among any words', () => {
    fc.assert(
      fc.property(passwords, fc.constantFrom(...Object.keys(echoes)), (password, name) => {
        const echo = echoes[name]?.(password, 'user') ?? '';
        const words = new Secrets('user', password).text(`refused <<${echo}>> by the server`);
        expect(words).toContain('***');
        expect(words).not.toContain(`<<${echo}>>`);
        if (password.length >= 8) {
          expect(words.toLowerCase()).not.toContain(password.toLowerCase());
        }
      }),
      { seed: 10, numRuns: 500 },
    );
  });

  test('is masked within base64 of anything', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 20 }),
        fc.string({ unit: 'binary-ascii' }),
        fc.string({ unit: 'binary-ascii' }),
        (password, before, behind) => {
          const echo = Buffer.from(before + password + behind).toString('base64');
          expect(new Secrets('user', password).text(`<<${echo}>>`)).toBe('<<***>>');
        },
      ),
      { seed: 10, numRuns: 300 },
    );
  });

  test('is masked where it is a token of any length, at once', () => {
    for (const length of [255, 257, 2_000, 8_000, 60_000]) {
      const token = `ya29.${'aB3-_.x9'.repeat(length / 8)}`;
      const began = performance.now();
      const secrets = new Secrets('me@example.org', token);
      const bearer = `n,a=me@example.org,\x01auth=Bearer ${token}\x01\x01`;
      for (const echo of [
        token,
        bearer,
        Buffer.from(bearer).toString('base64'),
        Buffer.from(token).toString('hex'),
      ]) {
        const words = secrets.text(`refused <<${echo}>>`);
        expect(words.includes(echo.slice(20, 60)), String(length)).toBe(false);
        expect(words).toContain('***');
      }
      expect(performance.now() - began, String(length)).toBeLessThan(5_000);
    }
  });

  test('leaves other words as they are', () => {
    const words =
      'Command UID FETCH failed: mailbox "Work/2024" is busy (0.001 + 0.000 secs), try +/-=';
    for (const password of ['a', 'ai', 'mail', 'correct horse battery', 'hunter2!', '2']) {
      expect(new Secrets('user', password).text(words)).toBe(words);
    }
  });

  test('a folder keeps its name although the password is the same word', () => {
    for (const password of ['Projects', '20242024', 'short1']) {
      expect(new Secrets('user', password).name(`INBOX/${password}`)).toBe(`INBOX/${password}`);
    }
    expect(new Secrets('user', 'hunter2 and more').name('INBOX/hunter2 and more')).toBe(
      'INBOX/***',
    );
  });

  test('what is made of it is masked too, in words and in base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), bytes => {
        const secrets = new Secrets('user', 'hunter2 and more');
        const proof = Buffer.from(bytes).toString('base64');
        secrets.hide(proof);
        const message = `c=biws,r=abc,p=${proof}`;
        for (const echo of [proof, message, Buffer.from(message).toString('base64')]) {
          expect(secrets.text(`<<${echo}>>`)).toContain('***');
          expect(secrets.text(`<<${echo}>>`)).not.toContain(proof.replace(/=+$/, ''));
        }
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  test('takes time linear in what the server sends', () => {
    const secrets = new Secrets('user', 'hunter2 and more');
    for (const unit of ['aGk/', 'hunter2', '"\\"', '61']) {
      const began = performance.now();
      // A megabyte takes a quarter of a second; a quadratic search would take hours.
      secrets.text(unit.repeat(300_000));
      expect(performance.now() - began, unit).toBeLessThan(10_000);
    }
  });

  test('is masked in the greeting of a second connection', async () => {
    const server = await startRawServer(conversation => {
      conversation.say('* BYE you are hunter2 and more\r\n');
    });
    const failure = await failureOf(
      connect({
        server: {
          host: server.host,
          port: server.port,
          security: 'none',
          connectTimeout: 5_000,
          timeout: 5_000,
        },
        secrets: new Secrets('user', 'hunter2 and more'),
        onWarning: () => undefined,
      }),
    );
    await server.stop();
    expect(failure).toMatchObject({ failure: { serverText: 'you are ***' } });
  });
});
