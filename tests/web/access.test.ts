import { describe, expect, test } from 'vitest';
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
    expect(cookie).toMatch(/^mailstow-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(token);
    const window = await ask('/', { headers: cookieOf(headers) });
    expect(window).toMatchObject({ status: 200, text: expect.stringContaining('The window') });
    const answer = await ask(call, asked(port, cookieOf(headers)));
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { host: 'browser' } });
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
  ])('is a fixed table: %s is not in it', async path => {
    const { signedIn } = await servedApp();
    const browser = await signedIn();
    expect((await browser(path)).status).toBe(404);
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
