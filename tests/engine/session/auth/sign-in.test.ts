import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Certificates,
  makeCertificates,
  opensslMissing,
} from '../../../servers/certificates.ts';
import { failureOf } from '../open-connection.ts';
import { type Asking, type Mechanism, saslServer } from './sasl-server.ts';
import { type ScramServer, scramSide } from './scram-side.ts';

const right = { hash: 'sha256', password: 'pencil' } as const;
const scram256 = (changes: Partial<ScramServer> = {}) => scramSide({ ...right, ...changes });
const noData: Mechanism = () => 'NO [AUTHENTICATIONFAILED] Authentication failed.';
const wrong = { password: 'not-the-pencil' };
const fine: Mechanism = () => 'OK in';
/** The clear password, which must not get here. */
const plain: Mechanism = async ({ ask }) => {
  const [, user, password] = (await ask('')).split('\0');
  return user === 'user' && password === 'pencil' ? 'OK in' : 'NO [AUTHENTICATIONFAILED] wrong';
};
const cram: Mechanism = async ({ ask }) => {
  const challenge = '<1896.697170952@postoffice.example.org>';
  const digest = createHmac('md5', 'pencil').update(challenge).digest('hex');
  return (await ask(challenge)) === `user ${digest}` ? 'OK in' : 'NO [AUTHENTICATIONFAILED] wrong';
};

describe('the strongest way first', () => {
  test.each([
    ['SCRAM-SHA-256', scram256()],
    ['SCRAM-SHA-1', scram256({ hash: 'sha1' })],
    ['CRAM-MD5', cram],
  ])('%s, and the password stays here', async (name, mechanism) => {
    const mechanisms = { 'LOGIN-COMMAND': fine, PLAIN: plain, LOGIN: fine, [name]: mechanism };
    const server = await saslServer({ mechanisms });
    await server.signIn();
    expect(server.tries).toEqual([`1 ${name}`]);
    expect(server.heard.join('\n')).not.toContain('pencil');
  });

  test('among those of equal strength what there always was', async () => {
    const ascii = await saslServer({ mechanisms: { PLAIN: plain, 'LOGIN-COMMAND': fine } });
    await ascii.signIn();
    expect(ascii.tries).toEqual(['1 LOGIN-COMMAND']);
    const unicode = await saslServer({ mechanisms: { PLAIN: fine, 'LOGIN-COMMAND': fine } });
    await unicode.signIn({ password: 'größe' });
    expect(unicode.tries).toEqual(['1 PLAIN']);
  });

  test('the example of RFC 2195', async () => {
    const heard: string[] = [];
    const mechanism: Mechanism = async ({ ask }) => {
      heard.push(await ask('<1896.697170952@postoffice.reston.mci.net>'));
      return 'OK in';
    };
    const server = await saslServer({ mechanisms: { 'CRAM-MD5': mechanism } });
    await server.signIn({ user: 'tim', password: 'tanstaaftanstaaf' });
    expect(heard).toEqual(['tim b913a602c7eda7a495b4e6e7334d3890']);
  });
});

describe('what falls to the next, and what ends it', () => {
  test('a NO before the proof: the server keeps nothing for this mechanism', async () => {
    const mechanisms = { 'SCRAM-SHA-256': noData, 'SCRAM-SHA-1': noData, PLAIN: plain };
    const server = await saslServer({ mechanisms });
    await server.signIn();
    expect(server.tries).toEqual(['1 SCRAM-SHA-256', '1 SCRAM-SHA-1', '1 PLAIN']);
  });

  test('such refusals are no tries: the third password is still the first', async () => {
    const mechanisms = {
      ...{ 'SCRAM-SHA-256': noData, 'SCRAM-SHA-1': noData, 'CRAM-MD5': noData },
      ...{ PLAIN: plain, LOGIN: fine },
    };
    const server = await saslServer({ mechanisms });
    await server.signIn();
    expect(server.tries).toHaveLength(4);
  });

  test.each(['NO [AUTHENTICATIONFAILED] wrong', 'NO'])(
    'a NO behind the proof is a wrong password: %s',
    async () => {
      const mechanisms = { 'SCRAM-SHA-256': scram256(), PLAIN: plain, 'LOGIN-COMMAND': fine };
      const server = await saslServer({ mechanisms });
      expect(await failureOf(server.signIn(wrong))).toMatchObject({
        failure: { code: 'login-refused', serverText: 'wrong proof' },
      });
      expect(server.tries).toEqual(['1 SCRAM-SHA-256']);
    },
  );

  test('CRAM-MD5 cannot tell: one more way is tried, and no third', async () => {
    const mechanisms = { 'CRAM-MD5': cram, PLAIN: plain, LOGIN: fine };
    const server = await saslServer({ mechanisms });
    expect(await failureOf(server.signIn(wrong))).toMatchObject({ kind: 'login-refused' });
    expect(server.tries).toEqual(['1 CRAM-MD5', '1 PLAIN']);
  });

  test('GNU imap4d refuses every proof and names the mechanism: the password is tried all the same', async () => {
    const refusing = (name: string, side: Mechanism) => async (asking: Asking) => {
      await side(asking);
      return `NO AUTHENTICATE ${name} authentication failed`;
    };
    const nobody = { password: 'kept nowhere' };
    const mechanisms = {
      'SCRAM-SHA-256': refusing('SCRAM-SHA-256', scram256(nobody)),
      'SCRAM-SHA-1': refusing('SCRAM-SHA-1', scram256({ hash: 'sha1', ...nobody })),
      'CRAM-MD5': refusing('CRAM-MD5', cram),
      PLAIN: plain,
    };
    const server = await saslServer({ mechanisms });
    await server.signIn();
    expect(server.tries.at(-1)).toBe('1 PLAIN');
    expect(server.tries).toHaveLength(4);
  });

  test('an app password in groups is tried without its blanks by SCRAM too', async () => {
    const mechanisms = { 'SCRAM-SHA-256': scram256({ password: 'abcdefghijklmnop' }), PLAIN: fine };
    const server = await saslServer({ mechanisms });
    await server.signIn({ password: 'abcd efgh ijkl mnop' });
    expect(server.tries).toEqual(['1 SCRAM-SHA-256', '1 SCRAM-SHA-256']);
  });

  test('a lock is left alone, whatever the step', async () => {
    const locked: Mechanism = () => 'NO Account is locked';
    const server = await saslServer({ mechanisms: { 'SCRAM-SHA-256': locked, PLAIN: fine } });
    expect(await failureOf(server.signIn())).toMatchObject({ kind: 'login-refused' });
    expect(server.tries).toHaveLength(1);
  });

  test('a server that hangs up over it is asked again, with the next', async () => {
    const server = await saslServer({
      mechanisms: { 'SCRAM-SHA-256': () => undefined, PLAIN: plain },
    });
    await server.signIn();
    expect(server.tries).toEqual(['1 SCRAM-SHA-256', '2 PLAIN']);
  });

  test.each([
    [['SCRAM-SHA-256'], 'receive'],
    [[], 'login-refused'],
  ] as const)('one that then offers %j is not asked for ever', async (second, kind) => {
    const server = await saslServer({
      mechanisms: { 'SCRAM-SHA-256': () => undefined, PLAIN: plain },
      offered: connection => (connection === 1 ? ['SCRAM-SHA-256', 'PLAIN'] : second),
    });
    expect(await failureOf(server.signIn())).toMatchObject({ kind });
    expect(server.tries).toEqual(['1 SCRAM-SHA-256']);
  });

  test.each([
    ['a wrong signature', { serverFinal: () => `v=${Buffer.alloc(32).toString('base64')}` }],
    ['no signature', { serverFinal: () => '' }],
    ['a nonce of its own', { serverFirst: (text: string) => text.replace(/r=./, 'r=') }],
    ['an extension', { serverFirst: (text: string) => `m=x,${text}` }],
    ['10,000,000 iterations', { serverFirst: (text: string) => text.replace('4096', '10000000') }],
    ['100 iterations', { iterations: 100 }],
  ])('%s: nothing goes on, on this connection or another', async (_, changes) => {
    const side = scram256(changes);
    for (const mechanism of [
      side,
      // It hangs up, so that the reason could be taken for a loss.
      (asking: Asking) => Promise.resolve(side(asking)).then(() => undefined),
    ]) {
      const mechanisms = { 'SCRAM-SHA-256': mechanism, PLAIN: fine, 'LOGIN-COMMAND': fine };
      const server = await saslServer({ mechanisms });
      const failure = await failureOf(server.signIn());
      expect(failure).toMatchObject({ kind: 'unknown-response' });
      expect(failure).toMatchObject({
        failure: {
          code: expect.stringMatching(/^s(?:ign-in-(?:broken|effort)|erver-not-genuine)/),
        },
      });
      expect(server.tries).toEqual(['1 SCRAM-SHA-256']);
    }
  });

  test('an OK before the server has proved itself', async () => {
    const server = await saslServer({ mechanisms: { 'SCRAM-SHA-256': fine, PLAIN: fine } });
    expect(await failureOf(server.signIn())).toMatchObject({
      failure: { code: 'server-not-genuine' },
    });
    expect(server.tries).toHaveLength(1);
  });

  test('a second challenge while the first is worked on', async () => {
    const twice: Mechanism = async ({ ask, socket }) => {
      const first = await ask('');
      const said = `${first.slice(first.indexOf('r='))}more,s=QSXCR+Q6sek8bf92,i=1000000`;
      const line = `+ ${Buffer.from(said).toString('base64')}\r\n`;
      socket.write(line + line);
      return new Promise(() => undefined);
    };
    const server = await saslServer({ mechanisms: { 'SCRAM-SHA-256': twice } });
    expect(await failureOf(server.signIn())).toMatchObject({ kind: 'unknown-response' });
  });

  test('a challenge that has the password in it is not masked on its way in', async () => {
    const serverFirst = (text: string) => text.replace(',s=', 'pencil,s=');
    const server = await saslServer({ mechanisms: { 'SCRAM-SHA-256': scram256({ serverFirst }) } });
    expect(await failureOf(server.signIn())).toMatchObject({
      failure: { code: 'login-refused', serverText: 'channel or nonce' },
    });
    expect(server.heard.at(-1)).toContain('pencil,p=');
  });
});

describe('one way chosen by hand', () => {
  test('is the only one', async () => {
    const mechanisms = { 'SCRAM-SHA-256': scram256(), PLAIN: plain, 'LOGIN-COMMAND': fine };
    const server = await saslServer({ mechanisms });
    await server.signIn({}, 'plain');
    expect(server.tries).toEqual(['1 PLAIN']);
  });

  test('never the clear password where SCRAM was asked for', async () => {
    const mechanisms = { 'SCRAM-SHA-256': noData, PLAIN: fine, 'LOGIN-COMMAND': fine };
    const server = await saslServer({ mechanisms });
    expect(await failureOf(server.signIn({}, 'scram-sha-256'))).toMatchObject({
      kind: 'login-refused',
    });
    expect(server.tries).toEqual(['1 SCRAM-SHA-256']);
    expect(await failureOf(server.signIn({}, 'scram-sha-1'))).toMatchObject({
      failure: {
        code: 'sign-in-way-not-offered',
        message:
          'This server doesn’t offer SCRAM-SHA-1. It only accepts LOGIN-COMMAND, SCRAM-SHA-256, PLAIN.',
      },
    });
    expect(server.heard.join('\n')).not.toContain('pencil');
  });

  test.each([
    [{ GSSAPI: fine, NTLM: fine }, {}, 'only-other-ways-to-sign-in', /accepts GSSAPI, NTLM/],
    [{ XOAUTH2: fine }, {}, 'only-sign-in-by-provider', /not a password/],
    [{ PLAIN: fine }, { kind: 'token' }, 'no-sign-in-by-provider', /only PLAIN/],
    [{}, {}, 'no-way-to-sign-in', /passwords/],
  ] as const)('%j with %j: %s', async (mechanisms, person, code, message) => {
    const server = await saslServer({ mechanisms: { ...mechanisms } });
    expect(await failureOf(server.signIn(person))).toMatchObject({
      failure: { code, message: expect.stringMatching(message) },
    });
    expect(server.tries).toEqual([]);
  });
});

describe('a token', () => {
  const token = { kind: 'token', password: 'ya29.token-of-the-provider' } as const;
  const configuration = 'https://issuer.example.org/.well-known/openid-configuration';
  const refusing =
    (
      json: string,
      acknowledgement: string,
      completion = 'NO [AUTHENTICATIONFAILED] no',
    ): Mechanism =>
    async ({ ask }) => {
      await ask('');
      return (await ask(json)) === acknowledgement ? completion : 'BAD not acknowledged';
    };

  test('OAUTHBEARER, then XOAUTH2, and a password by neither', async () => {
    const heard: string[] = [];
    const taking: Mechanism = async ({ ask }) => {
      heard.push(await ask(''));
      return 'OK in';
    };
    const mechanisms = { XOAUTH2: taking, OAUTHBEARER: taking, PLAIN: plain };
    const server = await saslServer({ mechanisms });
    await server.signIn({ ...token, user: 'a=b,c@example.org' });
    await server.signIn({ password: token.password, user: 'me@example.org' }, 'xoauth2');
    await server.signIn();
    expect(server.tries).toEqual(['1 OAUTHBEARER', '2 XOAUTH2', '3 PLAIN']);
    expect(heard).toEqual([
      `n,a=a=3Db=2Cc@example.org,\x01auth=Bearer ${token.password}\x01\x01`,
      `user=me@example.org\x01auth=Bearer ${token.password}\x01\x01`,
    ]);
  });

  test.each([
    ['OAUTHBEARER', '\x01'],
    ['XOAUTH2', ''],
  ])('%s refused: acknowledged, and the person signs in again', async (name, acknowledgement) => {
    const json = JSON.stringify({ status: 'invalid_token', 'openid-configuration': configuration });
    const mechanisms = { [name]: refusing(json, acknowledgement), PLAIN: fine };
    const server = await saslServer({ mechanisms });
    expect(await failureOf(server.signIn(token))).toMatchObject({
      failure: {
        kind: 'sign-in-needed',
        code: 'sign-in-needed',
        openidConfiguration: configuration,
        serverText: '[AUTHENTICATIONFAILED] no',
      },
    });
    expect(server.tries).toEqual([`1 ${name}`]);
  });

  test('a NO at once that puts it off says nothing of the token', async () => {
    const down: Mechanism = () => 'NO [UNAVAILABLE] Temporary authentication failure';
    const server = await saslServer({ mechanisms: { OAUTHBEARER: down, XOAUTH2: fine } });
    expect(await failureOf(server.signIn(token))).toMatchObject({
      failure: { serverText: '[UNAVAILABLE] Temporary authentication failure' },
    });
    expect(server.tries).toEqual(['1 OAUTHBEARER']);
  });

  test('a NO at once for another reason falls to the other mechanism', async () => {
    const server = await saslServer({ mechanisms: { OAUTHBEARER: () => 'NO', XOAUTH2: fine } });
    await server.signIn(token);
    expect(server.tries).toEqual(['1 OAUTHBEARER', '1 XOAUTH2']);
  });

  test('whatever the server says in place of JSON, nothing but a URL that could be asked is kept', async () => {
    const told: string[] = [];
    const mechanism: Mechanism = async ({ ask }) => {
      await ask('');
      await ask(told[0] ?? '');
      return 'NO no';
    };
    const server = await saslServer({ mechanisms: { OAUTHBEARER: mechanism } });
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        'http://a.org/',
        'javascript:alert(1)',
        'https://u:p@a.org/',
        1,
        null,
      ),
      fc.constant(`https://a.org/${'x'.repeat(3_000)}`),
      fc.string(),
    );
    const texts = fc.oneof(
      values.map(url => JSON.stringify({ 'openid-configuration': url })),
      fc.json(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(texts, async text => {
        told[0] = text;
        const failure = await failureOf(server.signIn(token));
        expect(failure).toMatchObject({ kind: 'sign-in-needed' });
        expect(failure).not.toHaveProperty('failure.openidConfiguration');
      }),
      { seed: 16, numRuns: 40 },
    );
  });

  test.each(['a\x01b', 'a\rb', 'a\0b'])('%j is never sent', async password => {
    const server = await saslServer({ mechanisms: { OAUTHBEARER: fine } });
    expect(await failureOf(server.signIn({ ...token, password }))).toMatchObject({
      kind: 'arguments',
    });
    expect(server.tries).toEqual([]);
  });
});

describe('what is made of the password, repeated by the server', () => {
  test.each(['SCRAM-SHA-256', 'CRAM-MD5'])('%s is masked', async name => {
    const echoed: string[] = [];
    const mechanism: Mechanism = async ({ ask }) => {
      let answer = await ask(name === 'CRAM-MD5' ? '<1@example.org>' : '');
      if (name !== 'CRAM-MD5') {
        answer = await ask(`${answer.slice(answer.indexOf('r='))}more,s=QSXCR+Q6sek8bf92,i=4096`);
      }
      const made = answer.split(/ |p=/).at(-1) ?? '';
      echoed.push(made, answer);
      const base64 = Buffer.from(answer).toString('base64');
      return `NO you said <<${made}>> in <<${answer}>> as <<${base64}>>`;
    };
    const server = await saslServer({ mechanisms: { [name]: mechanism } });
    const failure = await failureOf(server.signIn());
    expect(echoed[0]?.length).toBeGreaterThan(20);
    const text = JSON.stringify(failure);
    expect(text).toContain('you said <<***>>');
    for (const each of echoed) {
      expect(text).not.toContain(each);
      expect(text).not.toContain(Buffer.from(each).toString('base64'));
    }
  });
});

const missing = opensslMissing();

describe.skipIf(missing)(`channel binding${missing ? ` (left out: ${missing})` : ''}`, () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  test.each([
    ['TLSv1.3', 'tls-exporter', 'sha256'],
    ['TLSv1.2', 'tls-unique', 'sha256'],
    ['TLSv1.3', 'tls-exporter', 'sha1'],
    ['TLSv1.2', 'tls-unique', 'sha1'],
  ] as const)('%s: %s, %s', async (version, binding, hash) => {
    const name = `SCRAM-SHA-${hash.slice(3)}`;
    const server = await saslServer({
      mechanisms: {
        [name]: fine,
        [`${name}-PLUS`]: scram256({ hash, binding }),
        PLAIN: fine,
      },
      tls: { version, certificates },
    });
    await server.signIn();
    expect(server.tries).toEqual([`1 ${name}-PLUS`]);
  });

  test('refused before the proof: without it, with the flag n, on a new connection', async () => {
    const server = await saslServer({
      mechanisms: {
        'SCRAM-SHA-256-PLUS': async ({ ask }) =>
          `NO ${(await ask('')).slice(0, 14)} is not this binding`,
        'SCRAM-SHA-256': scram256(),
      },
      tls: { version: 'TLSv1.3', certificates },
    });
    await server.signIn();
    expect(server.tries).toEqual(['1 SCRAM-SHA-256-PLUS', '2 SCRAM-SHA-256']);
  });

  test.each([
    // As Cyrus does it: it offers -PLUS and does not know what TLS 1.3 binds with.
    ['TLSv1.3', 'tls-exporter', ['1 SCRAM-SHA-256-PLUS', '2 SCRAM-SHA-256']],
    ['TLSv1.2', 'tls-unique', ['1 SCRAM-SHA-256-PLUS']],
  ] as const)(
    '%s, refused behind the proof: never the clear password',
    async (version, binding, tries) => {
      const server = await saslServer({
        mechanisms: {
          'SCRAM-SHA-256-PLUS': scram256({ binding }),
          'SCRAM-SHA-256': scram256(),
          'SCRAM-SHA-1': fine,
          PLAIN: fine,
        },
        tls: { version, certificates },
      });
      expect(await failureOf(server.signIn(wrong))).toMatchObject({ kind: 'login-refused' });
      expect(server.tries).toEqual(tries);
      expect(server.heard.join('\n')).not.toContain(wrong.password);
    },
  );

  test('chosen by hand it is the only way, so that nobody between can take it away', async () => {
    const server = await saslServer({
      mechanisms: {
        'SCRAM-SHA-256-PLUS': async asking => `NO ${typeof (await asking.ask(''))}`,
        'SCRAM-SHA-256': scram256(),
      },
      tls: { version: 'TLSv1.3', certificates },
    });
    const chosen = server.signIn({}, 'scram-sha-256-plus');
    expect(await failureOf(chosen)).toMatchObject({ kind: 'login-refused' });
    expect(server.tries).toEqual(['1 SCRAM-SHA-256-PLUS']);
  });

  test('what is offered without encryption is not taken', async () => {
    const server = await saslServer({
      mechanisms: { 'SCRAM-SHA-256-PLUS': fine, 'SCRAM-SHA-256': scram256() },
    });
    await server.signIn();
    expect(server.tries).toEqual(['1 SCRAM-SHA-256']);
  });
});
