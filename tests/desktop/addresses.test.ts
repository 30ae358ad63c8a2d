import { describe, expect, test } from 'vitest';
import {
  externalLink,
  isAppFrame,
  mayLoad,
  mayNavigate,
} from '../../electron/desktop/addresses.ts';

describe('who may call', () => {
  test('the page of the app, and no frame inside it', () => {
    expect(isAppFrame({ origin: 'mailstow://app', parent: null })).toBe(true);
    expect(isAppFrame({ origin: 'mailstow://app', parent: {} })).toBe(false);
    expect(isAppFrame(null)).toBe(false);
  });

  test.each([
    'null',
    'mailstow-mail://4f2a',
    'mailstow://other',
    'https://app',
    'mailstow://app.example.org',
  ])('not a page from %s', origin => {
    expect(isAppFrame({ origin, parent: null })).toBe(false);
  });
});

describe('where pages may go', () => {
  test('the window to the app, a frame to a message', () => {
    expect(mayNavigate('mailstow://app/#/library', true)).toBe(true);
    expect(mayNavigate('mailstow-mail://4f2a/', false)).toBe(true);
  });

  test.each([
    ['mailstow-mail://4f2a/', true],
    ['mailstow://app/', false],
    ['mailstow://elsewhere/', true],
    ['mailstow://app/nothing', true],
    ['mailstow://app/index.html', true],
    ['mailstow://app/?query', true],
    ['https://example.org/', true],
    ['https://example.org/', false],
    ['file:///etc/passwd', true],
    ['data:text/html,x', false],
    ['about:blank', true],
    ['javascript:alert(1)', false],
    ['nonsense', true],
  ])('not to %s (main frame: %s)', (address, isMainFrame) => {
    expect(mayNavigate(address, isMainFrame)).toBe(false);
  });
});

describe('what may be loaded', () => {
  const allowed = (token: string) => token === 'a11';
  const picture = {
    url: 'https://example.org/picture.png',
    resourceType: 'image',
    initiatorOrigin: 'null',
    frameUrl: 'mailstow-mail://a11/',
  };

  test.each([
    'mailstow://app/assets/main.js',
    'mailstow-mail://4f2a/',
    'data:image/png;base64,AA==',
    'blob:mailstow://app/1',
  ])('%s, which is ours', url => {
    expect(mayLoad({ url, resourceType: 'other' }, () => false)).toBe(true);
  });

  test('a remote picture of a message whose pictures the person allowed', () => {
    expect(mayLoad(picture, allowed)).toBe(true);
  });

  test.each([
    ['of another message', { frameUrl: 'mailstow-mail://b22/' }],
    ['of the app itself', { frameUrl: 'mailstow://app/' }],
    ['of a page that only calls itself so', { frameUrl: 'https://a11/' }],
    ['of a frame that is gone', { frameUrl: undefined }],
    ['from a frame that is not sandboxed', { initiatorOrigin: 'mailstow-mail://a11' }],
    ['from nobody knows where', { initiatorOrigin: undefined }],
    ['that is a script', { resourceType: 'script' }],
    ['that is a page', { resourceType: 'subFrame' }],
    ['that is not encrypted', { url: 'http://example.org/picture.png' }],
    ['on the disk', { url: 'file:///etc/passwd' }],
    ['over a socket', { url: 'wss://example.org/' }],
    ['without an address', { url: '' }],
  ])('not one %s', (_, change) => {
    expect(mayLoad({ ...picture, ...change }, allowed)).toBe(false);
  });
});

describe('what may be opened outside', () => {
  test('pages and mail addresses, with what tells a person where they lead', () => {
    expect(externalLink('https://example.org:8443/a?b#c')).toEqual({
      address: 'https://example.org:8443/a?b#c',
      destination: 'example.org:8443',
    });
    expect(externalLink('http://example.org')?.destination).toBe('example.org');
    expect(externalLink('mailto:accounts@example.org?subject=x')?.destination).toBe(
      'accounts@example.org',
    );
  });

  test('a name that only looks like another is shown as it is', () => {
    expect(externalLink('https://ex\u0430mple.org/')?.destination).toBe('xn--exmple-4nf.org');
  });

  test.each([
    'file:///etc/passwd',
    'smb://example.org/share',
    '\\\\example.org\\share',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'data:text/html,x',
    'mailstow://app/',
    'https://example.org@example.com/',
    'https://:secret@example.org/',
    'not an address',
    `https://example.org/${'a'.repeat(2_081)}`,
  ])('not %s', address => {
    expect(externalLink(address)).toBeUndefined();
  });
});
