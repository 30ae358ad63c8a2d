import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { BuiltFiles } from '../../electron/desktop/built-files.ts';
import { answerMail } from '../../electron/desktop/schemes.ts';
import type { MailPages } from '../../electron/services/library/mail-pages.ts';
import { reset } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(reset);

const get = (url: string) => ({ method: 'GET', url });

describe('the files of the window', () => {
  let folder: string;
  let files: BuiltFiles;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mailstow-window-'));
    mkdirSync(join(folder, 'renderer/assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.html'), 'secret');
    writeFileSync(join(folder, 'renderer/index.html'), '<p>window</p>');
    writeFileSync(join(folder, 'renderer/assets/main.js'), 'run()');
    writeFileSync(join(folder, 'renderer/assets/main.js.map'), '{}');
    files = new BuiltFiles(join(folder, 'renderer'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['mailstow://app/', 'text/html; charset=utf-8', '<p>window</p>'],
    ['mailstow://app/index.html#/library', 'text/html; charset=utf-8', '<p>window</p>'],
    ['mailstow://app/assets/main.js?v=1', 'text/javascript; charset=utf-8', 'run()'],
  ])('%s is handed out as what it is', async (url, type, text) => {
    const answer = await files.answer(get(url));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(type);
    expect(await answer.text()).toBe(text);
  });

  test('all come with a policy under which nothing from elsewhere runs or is shown', async () => {
    for (const url of ['mailstow://app/', 'mailstow://app/assets/main.js', 'mailstow://app/none']) {
      const { headers } = await files.answer(get(url));
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          'frame-src mailstow-mail:',
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Type')).not.toBeNull();
    }
  });

  test.each([
    'mailstow://app/../secret.html',
    'mailstow://app/%2e%2e/secret.html',
    'mailstow://app/..%2fsecret.html',
    'mailstow://app/..\\secret.html',
    'mailstow://app//etc/passwd',
    'mailstow://app/assets',
    'mailstow://app/assets/main.js.map',
    'mailstow://app/ASSETS/main.js',
    'mailstow://other/index.html',
  ])('%s is not there', async url => {
    const answer = await files.answer(get(url));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('Not found');
  });

  test('are read, never written', async () => {
    const answer = await files.answer({ method: 'POST', url: 'mailstow://app/' });
    expect(answer.status).toBe(404);
  });

  test('are not there when they have gone in the meantime', async () => {
    rmSync(join(folder, 'renderer/assets/main.js'));
    const answer = await files.answer(get('mailstow://app/assets/main.js'));
    expect(answer.status).toBe(404);
  });
});

describe('the page of a message', () => {
  const pages: MailPages = {
    async page(token) {
      if (token === 'defect') throw new Error('broken');
      return token === '4f2a' || token === 'a11'
        ? { html: '<p>Hello</p>', remote: token === 'a11' }
        : undefined;
    },
    async part(token, name) {
      if (token !== '4f2a' || name !== '2') return undefined;
      return { type: 'image/png', open: () => Readable.from([Buffer.from('picture')]) };
    },
    allowsRemote: token => token === 'a11',
  };
  const policyOf = (answer: Response) =>
    (answer.headers.get('Content-Security-Policy') ?? '').split('; ');

  test('runs nothing and loads nothing from elsewhere', async () => {
    const answer = await answerMail(get('mailstow-mail://4f2a/'), pages);
    expect(await answer.text()).toBe('<p>Hello</p>');
    expect(policyOf(answer)).toEqual([
      "default-src 'none'",
      'img-src mailstow-mail: data:',
      "style-src 'unsafe-inline'",
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      'sandbox allow-popups',
    ]);
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(answer.headers.get('X-DNS-Prefetch-Control')).toBe('off');
  });

  test('loads remote pictures, over TLS, where the person allowed them', async () => {
    const answer = await answerMail(get('mailstow-mail://a11/'), pages);
    expect(policyOf(answer)).toContain('img-src mailstow-mail: data: https:');
  });

  test('has its parts below it', async () => {
    const answer = await answerMail(get('mailstow-mail://4f2a/2'), pages);
    expect(answer.headers.get('Content-Type')).toBe('image/png');
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(policyOf(answer)).toContain('sandbox allow-popups');
    expect(await answer.text()).toBe('picture');
  });

  test.each([
    'mailstow-mail://unknown/',
    'mailstow-mail://4f2a/3',
    'mailstow-mail://4f2a/2/2',
    'mailstow-mail://4f2a/%32',
    'mailstow-mail://a11/2',
  ])('%s is not there', async url => {
    const { status } = await answerMail(get(url), pages);
    expect(status).toBe(404);
  });

  test('that fails is not there, and not an error of the window', async () => {
    vi.spyOn(console, 'error').mockReturnValueOnce();
    const { status } = await answerMail(get('mailstow-mail://defect/'), pages);
    expect(status).toBe(404);
  });

  test('takes nothing', async () => {
    const { status } = await answerMail({ method: 'POST', url: 'mailstow-mail://4f2a/' }, pages);
    expect(status).toBe(404);
  });
});
