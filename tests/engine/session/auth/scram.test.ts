import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scram, type ScramOptions } from '../../../../electron/engine/session/auth/scram.ts';
import { failureOf } from '../open-connection.ts';

/** RFC 5802 section 5 and RFC 7677 section 3. */
const vectors = {
  sha1: {
    nonce: 'fyko+d2lbbFgONRv9qkxdawL',
    serverFirst: 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
    clientFinal:
      'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    serverFinal: 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  },
  sha256: {
    nonce: 'rOprNGfwEbeRWgbNEkqO',
    serverFirst:
      'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    clientFinal:
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
} as const;
const hashes = ['sha1', 'sha256'] as const;

function scram(options: ScramOptions, user = 'user', hidden: string[] = []): Scram {
  return new Scram({ user, secret: 'pencil', hide: text => hidden.push(text) }, options);
}

const bytes = (text: string) => Buffer.from(text);

describe.each(hashes)('the example of the RFC, %s', hash => {
  const { nonce, serverFirst, clientFinal, serverFinal } = vectors[hash];

  test('both sides prove themselves, and what proves it is hidden', async () => {
    const hidden: string[] = [];
    const exchange = scram({ hash, nonce }, 'user', hidden);
    expect(exchange.first).toBe(`n,,n=user,r=${nonce}`);
    expect([exchange.isTested, exchange.blame]).toEqual([false, 'mechanism']);
    expect(await exchange.answer(bytes(serverFirst))).toBe(clientFinal);
    expect([exchange.isTested, exchange.blame]).toEqual([true, 'secret']);
    expect(await exchange.answer(bytes(serverFinal))).toBe('');
    exchange.finish();
    expect(exchange.failure).toBeUndefined();
    expect(hidden).toEqual([clientFinal.split('p=')[1], serverFinal.slice(2)]);
  });

  test('an extension that may be ignored is, and is signed with the rest', async () => {
    const exchange = scram({ hash, nonce });
    const answer = await exchange.answer(bytes(`${serverFirst},x=more`));
    expect(answer).toMatch(/^c=biws,r=.*,p=/);
    expect(answer).not.toBe(clientFinal);
  });

  test.each([
    ['an extension that has to be understood', `m=ext,${serverFirst}`],
    ["a nonce without the server's part", serverFirst.replace(/r=[^,]+/, `r=${nonce}`)],
    ['another nonce', serverFirst.replace('r=', 'r=x')],
    ['no salt', serverFirst.replace(/s=[^,]+/, 's=')],
    ['a salt that is no base64', serverFirst.replace(/s=[^,]+/, 's=AAA')],
    ['iterations that are no number', serverFirst.replace('4096', '4096x')],
    ['iterations with a zero before', serverFirst.replace('4096', '04096')],
    ['another order', serverFirst.split(',').reverse().join(',')],
    ['nothing', ''],
    ['more than there can be', `${serverFirst},x=${'y'.repeat(5_000)}`],
    ['an error before its time', 'e=other-error'],
  ])('%s is refused', async (_, said) => {
    const exchange = scram({ hash, nonce });
    expect(await exchange.answer(bytes(said))).toBeUndefined();
    expect(exchange.failure?.failure).toMatchObject({
      code: 'sign-in-broken',
      kind: 'unknown-response',
    });
  });

  test.each([0, 1, 4_095, 1_000_001, 10_000_000, 9_999_999_999])(
    '%i iterations are refused, and nothing is computed',
    async iterations => {
      const hidden: string[] = [];
      const exchange = scram({ hash, nonce }, 'user', hidden);
      const began = performance.now();
      const said = serverFirst.replace('4096', String(iterations));
      expect(await exchange.answer(bytes(said))).toBeUndefined();
      expect(performance.now() - began).toBeLessThan(250);
      expect(exchange.failure).toBeDefined();
      expect(hidden).toEqual([]);
    },
  );

  test.each([
    ['another signature', `v=${Buffer.alloc(hash === 'sha1' ? 20 : 32).toString('base64')}`],
    ['half of the signature', `${serverFinal.slice(0, 14)}`],
    ['one with more behind it', serverFinal.replace('v=', 'v=AAAA')],
  ])('%s ends it', async (_, said) => {
    const exchange = scram({ hash, nonce });
    await exchange.answer(bytes(serverFirst));
    expect(await exchange.answer(bytes(said))).toBeUndefined();
    expect(exchange.failure?.failure.code).toBe('server-not-genuine');
    expect(() => exchange.finish()).toThrow(/prove/);
  });

  test('an OK without the signature ends it', async () => {
    const before = scram({ hash, nonce });
    expect(() => before.finish()).toThrow(/prove/);
    const behind = scram({ hash, nonce });
    await behind.answer(bytes(serverFirst));
    expect(() => behind.finish()).toThrow(/prove/);
    const refused = scram({ hash, nonce });
    await refused.answer(bytes(serverFirst));
    expect(await refused.answer(bytes('e=invalid-proof'))).toBe('');
    expect(() => refused.finish()).toThrow(/prove/);
  });

  test('whatever else the server says is refused, in time linear in it', async () => {
    const parts = fc.constantFrom(
      'r=',
      's=',
      'i=',
      'v=',
      'm=',
      ',',
      '=',
      nonce,
      '4096',
      'QSXC',
      '\0',
    );
    const text = fc
      .array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 20 })
      .map(all => all.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          text,
          fc.uint8Array().map(raw => Buffer.from(raw)),
        ),
        async said => {
          const challenge = Buffer.from(said);
          fc.pre(!challenge.toString().startsWith(`r=${nonce}`));
          const first = scram({ hash, nonce });
          expect(await first.answer(challenge)).toBeUndefined();
          expect(first.failure).toBeDefined();
          const final = scram({ hash, nonce });
          await final.answer(bytes(serverFirst));
          const answer = await final.answer(challenge);
          expect(answer === undefined || challenge.toString().startsWith('e=')).toBe(true);
          expect(() => final.finish()).toThrow();
        },
      ),
      { seed: 16, numRuns: 100 },
    );
    for (const unit of ['r=a,', ',x=y', 'A', '=', 'r=']) {
      const began = performance.now();
      await scram({ hash, nonce }).answer(bytes(serverFirst + unit.repeat(300_000)));
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

test('a name is escaped, and no flag but n or p is ever sent', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (user, isBound) => {
      const binding = { type: 'tls-unique', data: Buffer.from('finished') } as const;
      const { first } = scram({ hash: 'sha256', ...(isBound && { binding }) }, user);
      const [flag, identity, name, nonce, ...more] = first.split(',');
      expect([flag, identity, more]).toEqual([isBound ? 'p=tls-unique' : 'n', '', []]);
      expect(name).toMatch(/^n=(?:[^=,]|=2C|=3D)*$/);
      expect(nonce).toMatch(/^r=[\x21-\x7e]{32}$/);
    }),
    { seed: 16, numRuns: 300 },
  );
});

test('no two exchanges have the same nonce', () => {
  const nonces = Array.from({ length: 100 }, () => scram({ hash: 'sha1' }).first.split('r=')[1]);
  expect(new Set(nonces).size).toBe(100);
});

test('a password that is prepared may be known as it was typed: a refusal says nothing of it', async () => {
  const { nonce, serverFirst } = vectors.sha256;
  const exchange = new Scram(
    { user: 'user', secret: 'x²', hide: () => undefined },
    { hash: 'sha256', nonce },
  );
  await exchange.answer(bytes(serverFirst));
  expect([exchange.isTested, exchange.blame]).toEqual([true, 'mechanism']);
  expect(await failureOf(Promise.resolve().then(() => exchange.finish()))).toBeDefined();
});
