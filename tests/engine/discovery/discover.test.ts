import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { discover } from '../../../electron/engine/discovery/discover.ts';
import { usualGuesses } from '../../../electron/engine/discovery/guesses.ts';
import { type Certificates, makeCertificates, opensslMissing } from '../../servers/certificates.ts';
import type { Zone } from '../../servers/name-server.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { startPop3 } from '../../servers/scripted-pop3/server.ts';
import { startRawServer } from '../session/raw-server.ts';
import { aNetwork, type NetworkOptions, webNames } from './a-network.ts';
import { settings } from './settings-file.ts';

const email = 'jane.doe@example.test';

describe.skipIf(opensslMissing())('the server of an address', () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  async function found(options: NetworkOptions) {
    const { network, ...heard } = await aNetwork(certificates, options);
    const { found: answer, asked: questions } = await discover(email, { network });
    return { found: answer, questions, ...heard };
  }
  const sends = (text: string) => (_request: unknown, response: ServerResponse) => {
    response.end(text);
  };
  const srv = (service: string, target: string, port = 993): Zone => ({
    [`_${service}._tcp.example.test`]: [{ type: 'SRV', priority: 0, weight: 1, port, target }],
  });
  const mx = (exchange: string): Zone => ({
    'example.test': [
      { type: 'A', address: '127.0.0.1' },
      { type: 'MX', priority: 20, exchange: 'backup.example.net' },
      { type: 'MX', priority: 10, exchange },
    ],
  });

  test('is where the table says, and nobody is asked', async () => {
    const { network, requests, asked } = await aNetwork(certificates, { zone: webNames });
    const answer = await discover('jane.doe@gmail.com', { network });
    expect(answer.found).toMatchObject({ way: 'provider', server: { host: 'imap.gmail.com' } });
    expect([...requests, ...asked]).toEqual([]);
  });

  test('is Google’s or Microsoft’s where they take in the mail of the domain', async () => {
    for (const [exchange, host, note] of [
      ['ASPMX.L.Google.com', 'imap.gmail.com', 'googleWorkspace'],
      ['example-test.mail.protection.outlook.com', 'outlook.office365.com', 'microsoft365'],
    ] as const) {
      const { found: answer } = await found({ zone: mx(exchange) });
      expect(answer).toMatchObject({ way: 'provider', server: { host }, note, isElsewhere: false });
    }
  });

  test('is where the domain’s settings say, and they learn nothing but the domain', async () => {
    const web = sends(settings({ type: 'pop3', port: 995 }, { userName: '%EMAILLOCALPART%' }));
    const { found: answer, requests, asked } = await found({ zone: webNames, web });
    expect(answer).toEqual({
      way: 'settings',
      isElsewhere: false,
      server: {
        ...{ protocol: 'imap', host: 'imap.example.test', port: 993, security: 'tls' },
        ...{ userName: 'jane.doe', signIn: ['password'] },
      },
      others: [expect.objectContaining({ protocol: 'pop3', port: 995 })],
    });
    expect(requests).toContain('autoconfig.example.test/mail/config-v1.1.xml');
    expect([...requests, ...asked].join('\n')).not.toMatch(/jane|doe|@|cookie|user-agent/i);
  });

  test('is found by the well-known place, where there is no host for settings', async () => {
    const { 'autoconfig.example.test': _, ...zone } = webNames;
    const { found: answer, requests } = await found({ zone, web: sends(settings({})) });
    expect(answer?.way).toBe('settings');
    expect(requests[0]).toBe('example.test/.well-known/autoconfig/mail/config-v1.1.xml');
  });

  test('is that of whoever takes in the mail, and a person has to agree', async () => {
    const zone = { ...webNames, ...mx('mx1.provider.test') };
    const { found: answer } = await found({
      zone,
      web: (request, response) => {
        const isProvider = request.headers.host?.startsWith('autoconfig.provider.test');
        if (isProvider) response.end(settings({ host: 'imap.provider.test' }));
        else response.writeHead(404).end();
      },
    });
    expect(answer).toMatchObject({ server: { host: 'imap.provider.test' }, isElsewhere: true });
  });

  describe('in DNS', () => {
    test('is within the domain, with what else there is', async () => {
      const zone = {
        ...srv('imaps', 'mail.example.test', 9993),
        ...srv('pop3s', 'mail.example.test', 995),
        ...srv('jmap', 'jmap.example.test', 443),
      };
      const { found: answer } = await found({ zone });
      expect(answer).toMatchObject({
        way: 'dns',
        server: { protocol: 'imap', host: 'mail.example.test', port: 9993, security: 'tls' },
        others: [{ protocol: 'pop3' }, { protocol: 'jmap', port: 443 }],
        isElsewhere: false,
      });
    });

    test('is one that answers with STARTTLS where there is no other', async () => {
      const zone = { ...srv('imaps', '.', 0), ...srv('imap', 'mail.example.test', 143) };
      const { found: answer } = await found({ zone });
      expect(answer?.server).toMatchObject({ port: 143, security: 'starttls' });
    });

    test('is a POP3 server where there is nothing else', async () => {
      const zone = { ...srv('imaps', '.', 0), ...srv('pop3', 'mail.example.test', 110) };
      const { found: answer } = await found({ zone });
      expect(answer?.server).toMatchObject({ protocol: 'pop3', port: 110, security: 'starttls' });
    });

    test('is none where the domain says that it has none', async () => {
      const { found: answer } = await found({ zone: { ...srv('imaps', '.', 0) } });
      expect(answer).toBeUndefined();
    });

    test.each(['imap.attacker.test', 'example.test.attacker.test', 'notexample.test'])(
      'is marked where it is %s, outside of the domain',
      async target => {
        const { found: answer } = await found({ zone: srv('imaps', target) });
        expect(answer).toMatchObject({ server: { host: target }, isElsewhere: true });
      },
    );

    test.each(['127.0.0.1', '10.0.0.1', 'a b.example.test', 'xn--.test..'])(
      'is no name of a server: %s',
      async target => {
        const { found: answer } = await found({ zone: srv('imaps', target) });
        expect(answer).toBeUndefined();
      },
    );
  });

  describe('by trying', () => {
    async function guessing(options: Parameters<typeof startServer>[0] = {}) {
      const server = await startServer({ tls: certificates.right, ...options });
      onTestFinished(() => server.stop());
      const guess = { host: 'localhost', port: server.port, security: 'tls' as const };
      return { server, guess, trusted: { ...guess, certificateFile: certificates.ca } };
    }

    test('is the first whose certificate holds; it hears nothing but what is asked before signing in', async () => {
      const { server, guess, trusted } = await guessing({ security: 'tls' });
      const { found: answer, questions } = await found({ guesses: [guess, trusted] });
      expect(answer).toMatchObject({
        way: 'guess',
        server: { host: 'localhost', security: 'tls' },
      });
      expect(questions.map(({ outcome }) => outcome).slice(-2)).toEqual(['not-trusted', 'found']);
      const names = server.commands.map(({ name }) => name);
      expect(names.filter(name => name !== 'CAPABILITY')).toEqual([]);
    });

    test('may be one with STARTTLS', async () => {
      const { server, trusted } = await guessing({ security: 'starttls' });
      const guess = { ...trusted, security: 'starttls' as const };
      const { found: answer } = await found({ guesses: [guess] });
      expect(answer).toMatchObject({ way: 'guess', server: { security: 'starttls' } });
      expect(server.commands.map(({ name }) => name)).not.toContain('LOGIN');
    });

    test('is not one that has no encryption', async () => {
      const { guess } = await guessing({ security: 'none' });
      const plain = { ...guess, host: '127.0.0.1', security: 'starttls' as const };
      expect((await found({ guesses: [plain] })).found).toBeUndefined();
    });

    test('is a POP3 server that answers where nothing of IMAP does', async () => {
      const { server, trusted } = await guessing({ security: 'tls' });
      const tls = certificates.right;
      const pop3 = await startPop3({ tls, security: 'tls' });
      onTestFinished(() => pop3.stop());
      const inbox = { ...trusted, protocol: 'pop3' as const, port: pop3.port };
      const both = await found({ guesses: [inbox, trusted] });
      expect(both.found?.server).toMatchObject({ protocol: 'imap', port: server.port });
      const alone = await found({ guesses: [inbox] });
      expect(alone.found?.server).toMatchObject({ protocol: 'pop3', port: pop3.port });
      expect(alone.questions.at(-1)).toMatchObject({ way: 'guess', outcome: 'found' });
      const names = new Set(pop3.commands.map(({ name }) => name));
      expect([...names]).toEqual(['CAPA']);
    });

    test('are the usual names and ports, IMAP first', () => {
      const guesses = usualGuesses('example.test').map(
        ({ protocol = 'imap', host, port }) => `${protocol} ${host}:${port}`,
      );
      expect(guesses[0]).toBe('imap imap.example.test:993');
      expect(guesses.findLastIndex(guess => guess.startsWith('imap'))).toBe(5);
      expect(guesses.slice(6)).toEqual([
        ...['pop', 'pop3', 'mail'].map(name => `pop3 ${name}.example.test:995`),
        'pop3 example.test:995',
        ...['pop', 'pop3', 'mail'].map(name => `pop3 ${name}.example.test:110`),
        'pop3 example.test:110',
      ]);
    });

    test('may speak POP3, which is said', async () => {
      const server = await startRawServer(conversation => conversation.say('+OK here\r\n'));
      onTestFinished(() => server.stop());
      const guess = { host: server.host, port: server.port, security: 'starttls' as const };
      const { found: answer, questions } = await found({ guesses: [guess] });
      expect(answer?.server).toMatchObject({ protocol: 'pop3', port: server.port });
      expect(questions.at(-1)).toMatchObject({ way: 'guess', outcome: 'pop3' });
    });
  });

  describe('is not told by settings that', () => {
    test.each<[string, string]>([
      ['are no XML', 'nothing of the kind'],
      ['are HTML', '<!DOCTYPE html><html><body>Not here</body></html>'],
      ['are cut short', settings({}).slice(0, -40)],
      ['have no server', settings()],
      ['have no encryption', settings({ socketType: 'plain' })],
      ['name an address', settings({ host: '127.0.0.1' })],
      ['name a path', settings({ host: 'imap.example.test/../x' })],
      ['have no port', settings({ port: 'many' })],
      ['have a document type', `<!DOCTYPE a [<!ENTITY x "y">]>${settings({})}`],
      ['use an entity', settings({ host: '&x;.example.test' })],
      ['are deep', `${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`],
      ['are many', settings(...Array.from({ length: 100 }, () => ({})))],
      ['are long', settings({}) + ' '.repeat(10_000_000)],
    ])('%s', async (_which, text) => {
      const { found: answer, questions } = await found({ zone: webNames, web: sends(text) });
      expect(answer).toBeUndefined();
      const settled = questions.filter(({ way }) => way === 'settings');
      expect(settled).toMatchObject([{ outcome: 'refused' }]);
    });

    const bomb = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(50)}">${[...'bcdefghij']
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
      .join('')}]><clientConfig>&j;</clientConfig>`;
    test('are a bomb, and at once', async () => {
      const began = performance.now();
      const { found: answer } = await found({ zone: webNames, web: sends(bomb) });
      expect(answer).toBeUndefined();
      expect(performance.now() - began).toBeLessThan(2_000);
    });
  });

  describe('is asked for over https alone:', () => {
    const leadsTo =
      (where: (port: number) => string, then = settings({})) =>
      (request: IncomingMessage, response: ServerResponse) => {
        if (request.url === '/there') response.end(then);
        else {
          const port = Number(request.headers.host?.split(':')[1]);
          response.writeHead(302, { location: where(port) }).end();
        }
      };

    test('a redirect to another name is followed', async () => {
      const web = leadsTo(port => `https://provider.test:${port}/there`);
      expect((await found({ zone: webNames, web })).found?.way).toBe('settings');
    });

    test.each<[string, (port: number) => string]>([
      ['http', port => `http://example.test:${port}/there`],
      ['an address', port => `https://127.0.0.1:${port}/there`],
      ['an address in brackets', port => `https://[::1]:${port}/there`],
      ['another port', () => 'https://example.test:22/there'],
      ['a name with a password', port => `https://a:b@example.test:${port}/there`],
      ['itself, for ever', () => '/again'],
      ['nowhere', () => 'https://'],
      ['a file', () => 'file:///etc/passwd'],
    ])('a redirect to %s is not', async (_what, where) => {
      const { found: answer, requests } = await found({ zone: webNames, web: leadsTo(where) });
      expect(answer).toBeUndefined();
      expect(requests.filter(each => each.endsWith('/there'))).toEqual([]);
      expect(requests.filter(each => each.endsWith('/again')).length).toBeLessThanOrEqual(6);
    });

    test('a web server that nobody vouches for is not believed', async () => {
      const { network } = await aNetwork(certificates, {
        zone: webNames,
        web: sends(settings({})),
      });
      const { found: answer, asked } = await discover(email, { network: { ...network, ca: [] } });
      expect(answer).toBeUndefined();
      expect(asked).toContainEqual({
        way: 'settings',
        name: 'example.test',
        outcome: 'not-trusted',
      });
    });
  });

  describe('takes five seconds at most', () => {
    const silentNames = ['example.test', 'autoconfig.example.test'];
    const silentServices = ['imaps', 'imap', 'pop3s', 'pop3', 'jmap'].map(
      service => `_${service}._tcp.example.test`,
    );

    test('where nobody answers', async () => {
      const server = await startRawServer(() => {});
      onTestFinished(() => server.stop());
      const guess = { host: server.host, port: server.port, security: 'starttls' as const };
      const began = performance.now();
      const silent = [...silentNames, ...silentServices];
      const { found: answer, questions } = await found({ silent, guesses: [guess] });
      expect(answer).toBeUndefined();
      expect(questions.at(-1)).toMatchObject({ way: 'guess', outcome: 'too-late' });
      expect(performance.now() - began).toBeLessThan(6_000);
    });

    test('where a web server drips, and what DNS says counts then', async () => {
      const began = performance.now();
      const { found: answer } = await found({
        zone: { ...webNames, ...srv('imaps', 'imap.example.test') },
        web: (_request, response) => {
          const drip = setInterval(() => response.write(' '), 50);
          response.on('close', () => clearInterval(drip));
        },
      });
      expect(answer).toMatchObject({ way: 'dns' });
      expect(performance.now() - began).toBeLessThan(6_000);
    });

    test('and ends at once when it is stopped', async () => {
      const { network } = await aNetwork(certificates, {
        silent: [...silentNames, ...silentServices],
      });
      const began = performance.now();
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 100);
      const { found: answer } = await discover(email, { network, signal: stop.signal });
      expect(answer).toBeUndefined();
      expect(performance.now() - began).toBeLessThan(1_500);
    });
  });
});

test.each(['jane@example.org', 'jane@a.test', 'jane@b.example.com', 'jane@nobody.invalid'])(
  '%s is nobody’s: the network is not asked',
  async address => {
    const { found, asked } = await discover(address);
    expect(found).toBeUndefined();
    expect(asked).toHaveLength(1);
  },
);
