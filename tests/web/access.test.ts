import { describe, expect, test } from 'vitest';
import { Sessions } from '../../electron/web/sign-in/sessions.ts';
import { cookieOf, type Reply, servedApp } from './served-app.ts';

const call = '/call/app.info';

/** A call as the window makes it, but for the cookie. */
function asked(port: number, changes: Record<string, string> = {}) {
  const headers = {
    Origin: `http://127.0.0.1:${port}`,
    'Content-Type': 'application/json',
    ...changes,
  };
  return { method: 'POST', headers, body: 'null' };
}

describe('the access token', () => {
  test('is exchanged for a cookie that scripts and other sites never see, at a clean address', async () => {
    const { ask, token, port } = await servedApp();
    const { status, headers } = await ask(`/?token=${token}`);
    expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' });
    const cookie = headers['set-cookie']?.[0];
    expect(cookie).toMatch(/^mailstow-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(token);
    const window = await ask('/', { headers: cookieOf(headers) });
    expect(window).toMatchObject({ status: 200, text: expect.stringContaining('The window') });
    const answer = await ask(call, asked(port, cookieOf(headers)));
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { host: 'browser' } });
  });

  test('used from a file or another site opens by way of a page of ours: strict cookies would stay away', async () => {
    const { ask, token } = await servedApp();
    const led = { 'Sec-Fetch-Site': 'cross-site' };
    const { status, headers } = await ask(`/?token=${token}`, { headers: led });
    expect({ status, refresh: headers.refresh }).toEqual({ status: 200, refresh: '0; url=/' });
    expect((await ask('/', { headers: cookieOf(headers) })).status).toBe(200);
  });

  test('is another one at each start', async () => {
    const [one, other] = [await servedApp(), await servedApp()];
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(one.token).not.toBe(other.token);
    expect((await other.ask(`/?token=${one.token}`)).status).toBe(401);
  });

  test.each([
    ['missing', ''],
    ['wrong', '?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['empty', '?token='],
  ])('that is %s opens nothing', async (_, query) => {
    const { ask, port } = await servedApp();
    const { status, headers, text } = await ask(`/${query}`);
    expect(status).toBe(401);
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).not.toContain('The window');
    for (const path of ['/index.html', '/assets/window-1a2b.js', '/events', '/download/abc']) {
      expect((await ask(path)).status).toBe(401);
    }
    expect((await ask(call, asked(port))).status).toBe(401);
    const forged = { Cookie: `mailstow-${port}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA` };
    expect((await ask(call, asked(port, forged))).status).toBe(401);
  });
});

describe('who asks', () => {
  test.each(['mail.example.org', 'localhost.example.org', '192.0.2.7', 'localhost@example.org'])(
    'under the foreign name "%s" is refused, signed in or not',
    async name => {
      const { signedIn, port } = await servedApp();
      const browser = await signedIn();
      const headers = { Host: `${name}:${port}` };
      const { status, text } = await browser('/', { headers });
      expect(status).toBe(403);
      expect(text).not.toContain('The window');
    },
  );

  test.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])(
    'under the own name %s is heard',
    async name => {
      const { signedIn, port } = await servedApp();
      const browser = await signedIn();
      expect((await browser('/', { headers: { Host: `${name}:${port}` } })).status).toBe(200);
    },
  );

  test.each([
    'http://example.org',
    'http://127.0.0.1:1',
    'https://127.0.0.1',
    'null',
    'http://127.0.0.1',
  ])('from a page of the foreign origin %s is refused', async origin => {
    const { signedIn, port } = await servedApp();
    const browser = await signedIn();
    expect((await browser(call, asked(port, { Origin: origin }))).status).toBe(403);
    expect((await browser('/events', { headers: { Origin: origin } })).status).toBe(403);
  });

  test('without saying from which page may look and not call', async () => {
    const { signedIn } = await servedApp();
    const browser = await signedIn();
    const { status } = await browser(call, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: 'null',
    });
    expect(status).toBe(403);
    expect((await browser('/')).status).toBe(200);
  });
});

describe('a picture of a message', () => {
  const image = `/mail/${'0f'.repeat(16)}/image-0`;

  test('is heard from its frame, which is of no origin; nothing else is', async () => {
    const { ask, signedIn, port } = await servedApp();
    const browser = await signedIn();
    const headers = { Origin: 'null' };
    // Heard, and not there: the token is nobody's.
    expect((await ask(image, { headers })).status).toBe(404);
    expect((await ask(image, { headers: { Origin: 'http://example.org' } })).status).toBe(403);
    const foreign = { ...headers, Host: `example.org:${port}` };
    expect((await ask(image, { headers: foreign })).status).toBe(403);
    expect((await ask(image, { method: 'POST', headers })).status).toBe(403);
    const others = ['/', '/events', '/assets/window-1a2b.js', '/download/abc', '/sign-in.css'];
    const odd = [
      `/mail/${'0f'.repeat(16)}/`,
      `${image}/../../../`,
      `${image}x`,
      '/mail/0f/image-0',
    ];
    for (const path of [...others, ...odd]) {
      expect((await browser(path, { headers })).status, path).toBe(403);
    }
  });
});

describe('a session', () => {
  test('ends when the person signs out, with what it listens to, and no other one', async () => {
    const { ask, port } = await servedApp();
    const served = await servedApp();
    expect(port).not.toBe(served.port);
    const [one, other] = [await served.signedIn(), await served.signedIn()];
    const events = one('/events');
    const headers = { Origin: `http://127.0.0.1:${served.port}` };
    expect((await one('/sign-out', { headers })).status).toBe(405);
    expect((await one('/sign-out', { method: 'POST' })).status).toBe(403);
    const { status, headers: told } = await one('/sign-out', { method: 'POST', headers });
    expect(status).toBe(204);
    expect(told['set-cookie']).toEqual([
      `mailstow-${served.port}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict`,
    ]);
    expect((await events).status).toBe(200);
    expect((await one('/')).status).toBe(401);
    expect((await one('/events')).status).toBe(401);
    expect((await other('/')).status).toBe(200);
    expect((await ask('/')).status).toBe(401);
  });

  test('ends after half a day without a request, and after a month', () => {
    let now = 0;
    const sessions = new Sessions(8484, () => now);
    const hour = 3_600_000;
    const idle = sessions.begin().split(';')[0];
    now = 11 * hour;
    // Listening keeps nobody signed in, asking does.
    expect(sessions.isOpen(idle)).toBe(true);
    now = 12 * hour;
    expect(sessions.use(idle)).toBe(false);
    const busy = sessions.begin().split(';')[0];
    const until = now + 30 * 24 * hour;
    for (; now < until; now += hour) expect(sessions.use(busy)).toBe(true);
    expect(sessions.use(busy)).toBe(false);
  });

  test('of another server on this machine is another one: a browser sends both cookies', async () => {
    const [one, other] = [await servedApp(), await servedApp()];
    // As RFC 6265 section 5.4 has it: one jar for a host, whatever the port.
    const jar = new Map<string, string>();
    for (const { ask, token } of [one, other]) {
      const { headers } = await ask(`/?token=${token}`);
      const [name = '', value = ''] = cookieOf(headers).Cookie.split('=');
      jar.set(name, value);
    }
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const { ask } of [one, other]) {
      expect((await ask('/', { headers: { Cookie: cookie } })).status).toBe(200);
    }
  });
});

test('a second cookie of the same name, of whatever path, signs nobody out', async () => {
  const { ask, token, port } = await servedApp();
  const { Cookie } = cookieOf((await ask(`/?token=${token}`)).headers);
  for (const both of [`mailstow-${port}=other; ${Cookie}`, `${Cookie}; mailstow-${port}=other`]) {
    expect((await ask('/', { headers: { Cookie: both } })).status).toBe(200);
  }
});

test.each(['localhost:65536', 'localhost:99999', '[0:0::1]'])(
  'a name that no URL can have is refused: %s',
  async Host => {
    const { ask } = await servedApp({ bind: '0.0.0.0' }, 'a long enough one');
    const { status, headers } = await ask('/', { headers: { Host } });
    expect(status).toBeOneOf([400, 403]);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
  },
);

describe('what is served', () => {
  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '//etc/passwd',
    '/assets/',
    '/assets',
    '/notes.txt',
    '/index.html%00.js',
    '/./index.html',
    '/assets/../index.html',
    '/%69ndex.html',
    '/index.html#',
    '/\\index.html',
    '*',
    'http://127.0.0.1/index.html',
  ])('is a fixed table: %s is not in it', async path => {
    const { ask, signedIn } = await servedApp();
    const browser = await signedIn();
    expect((await browser(path)).status).toBe(404);
    expect((await ask(path)).status).toBe(401);
  });

  test('HEAD answers as GET does, without the body', async () => {
    const { signedIn } = await servedApp();
    const browser = await signedIn();
    for (const path of ['/', '/assets/window-1a2b.js', '/sign-in.css', '/nowhere', '/mail/00/']) {
      const { status, headers, text } = await browser(path);
      const { date: _, ...told } = headers;
      const head = await browser(path, { method: 'HEAD' });
      expect(head).toMatchObject({ status, headers: told, text: '' });
      expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(text));
    }
    expect((await browser('/events', { method: 'HEAD' })).text).toBe('');
  });

  test('carries the policy and its companions on every response', async () => {
    const { signedIn, ask, port } = await servedApp();
    const browser = await signedIn();
    const replies: Reply[] = [
      await ask('/'),
      await ask('/sign-in.css'),
      await browser('/'),
      await browser('/assets/window-1a2b.js'),
      await browser(call, asked(port)),
      await browser('/nowhere'),
      await browser('/mail/00ff/'),
      await browser('/', { headers: { Host: 'example.org' } }),
      await browser(call, { ...asked(port), body: '{' }),
      await browser('/', { method: 'DELETE', headers: { Origin: `http://127.0.0.1:${port}` } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([
      401, 200, 200, 200, 200, 404, 404, 403, 400, 405,
    ]);
    for (const { headers } of replies) {
      const policy = `${headers['content-security-policy']}`;
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('bodies', () => {
  test('of more than 1 MB are refused, announced or not', async () => {
    const { signedIn, port } = await servedApp();
    const browser = await signedIn();
    const large = Buffer.alloc(1024 * 1024 + 1, 'x');
    const announced = { 'Content-Length': `${large.length}` };
    expect((await browser(call, { ...asked(port, announced), body: large })).status).toBe(413);
    const chunked = { 'Transfer-Encoding': 'chunked' };
    expect((await browser(call, { ...asked(port, chunked), body: large })).status).toBe(413);
    // The server is none the worse for it.
    expect((await browser(call, asked(port))).status).toBe(200);
  });

  test.each([
    ['no JSON', 'application/json', '{"email":', 400],
    ['nothing', 'application/json', '', 400],
    ['a form', 'application/x-www-form-urlencoded', 'email=x', 415],
    ['text', 'text/plain', '{}', 415],
  ])('with %s are refused', async (_, type, body, status) => {
    const { signedIn, port } = await servedApp();
    const browser = await signedIn();
    const reply = await browser(call, { ...asked(port, { 'Content-Type': type }), body });
    expect(reply.status).toBe(status);
  });

  test('that the contract does not know are answered with a failure', async () => {
    const { signedIn, port } = await servedApp();
    const browser = await signedIn();
    for (const [path, body] of [
      ['/call/no.such', 'null'],
      ['/call/constructor', 'null'],
      ['/call/accounts.guess', '{"email":3}'],
      ['/call/accounts.guess', '[]'],
    ] as const) {
      const { status, text } = await browser(path, { ...asked(port), body });
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ ok: false, failure: { kind: 'arguments' } });
    }
    expect((await browser(call)).status).toBe(405);
  });
});
