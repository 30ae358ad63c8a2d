import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../electron/engine/report/parse-report.ts';
import { render } from '../../../electron/engine/report/render.ts';
import { aReport, lost, report } from './some-report.ts';

const short = report('INBOX', { archived: 39, missing: 1, problems: [lost] });

describe('the verdict', () => {
  test('complete: all of it, in one sentence', () => {
    const { html, text } = render(aReport({ mailboxes: [report('INBOX'), report('Work')] }));
    const sentence = 'All 80 messages selected in 2 folders are archived. Nothing is missing.';
    expect(text).toContain(`COMPLETE\n${sentence}\n`);
    expect(html).toContain(`<p>${sentence}</p>`);
    expect(html).toContain('class="verdict good"');
  });

  test('by POP3 says that it is about the inbox alone', () => {
    const account = { user: 'anna', host: 'pop.example.org' };
    const { html, text } = render(aReport({ account: { ...account, protocol: 'pop3' } }));
    const said = 'anna on pop.example.org, the inbox only (POP3)';
    for (const rendered of [html, text]) expect(rendered).toContain(said);
    expect(render(aReport({ account })).text).not.toContain('inbox only');
  });

  test('not complete: how many are missing, each with its reason, words and bytes', () => {
    const { html, text } = render(aReport({ mailboxes: [short], problems: [lost] }));
    expect(html).toContain('class="verdict bad"');
    for (const words of [
      '1 message is missing',
      lost.message,
      lost.nextStep,
      lost.serverText,
      lost.rawPath,
    ]) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
    expect(text).toContain('INBOX, message 1717: ');
    expect(html).toContain('<strong>Message 1717.</strong>');
  });

  test('not finished: why, what is known and what is not', () => {
    const ended = { ...lost, message: 'The connection was lost.', scope: 'account' } as const;
    const { html, text } = render(aReport({ ended, notReached: ['Sent', 'Work'] }));
    for (const rendered of [html, text]) {
      expect(rendered).toContain('Archiving did not finish: The connection was lost.');
      expect(rendered).toContain('1 folder finished: 40 of 40 selected messages are archived.');
      expect(rendered).toContain('Not finished by this run');
      expect(rendered).toContain('Sent');
      expect(rendered).toContain(lost.serverText);
    }
  });

  test('what was left out is said in words and counted', () => {
    const { text } = render(
      aReport({
        selection: {
          headersOnly: true,
          unseenOnly: true,
          receivedSince: Date.UTC(2024, 2, 1),
          largerThan: 10_000_000,
        },
        mailboxes: [report('INBOX', { selected: 10, archived: 10 })],
      }),
    );
    expect(text).toContain(
      'Only the headers of messages that are unread and received on 1 March 2024 or later and larger than 10.0 MB were selected. 30 messages on the server were left out by that choice.',
    );
  });

  test('a message that the server counts and does not name is no proof of anything', () => {
    const { text } = render(
      aReport({ mailboxes: [report('INBOX', { unnamed: 2, selected: 38, archived: 38 })] }),
    );
    expect(text).toMatch(/^INCOMPLETE$/m);
    expect(text).toContain('The server counts 2 messages more than it lists');
    expect(text).toMatch(/^INBOX +40 +0 +38 +38 /m);
  });
});

test('the numbers stand in the columns and add up', () => {
  const { text } = render(
    aReport({
      mailboxes: [
        report('INBOX', { onServer: 48_211, selected: 48_000, archived: 48_000, gone: 3 }),
        report('All', { elsewhere: 7 }),
      ],
    }),
  );
  const rows = text.split('\n').map(line => line.trim().split(/ {2,}/));
  expect(rows).toContainEqual(['INBOX', '48,211', '211', '48,000', '48,000', '0', '0', '3']);
  expect(rows).toContainEqual(['All', '40', '0', '40', '40', '7', '0', '0']);
  expect(rows).toContainEqual(['Total', '48,251', '211', '48,040', '48,040', '7', '0', '3']);
});

describe('the page', () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u0007&amp;\'';

  test('shows what others chose as text, wherever it stands', () => {
    const failure = { ...lost, mailbox: hostile, message: hostile, nextStep: hostile };
    const said = { ...failure, serverText: hostile, rawPath: hostile };
    const { html } = render(
      aReport({
        account: { user: hostile, host: hostile },
        folder: hostile,
        mailstow: hostile,
        mailboxes: [report(hostile, { problems: [said] })],
        notReached: [hostile],
        problems: [said],
        ended: said,
      }),
    );
    expect(html).not.toMatch(/<script|<img|\u202e|\u0007/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&amp;amp;&#39;');
  });

  test('has only the elements of its own, whatever the names', () => {
    const tags = (html: string) => html.match(/<[a-z!/][^>]*>/gi);
    const shape = tags(render(aReport({ mailboxes: [report('x')], notReached: ['x'] })).html);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), name => {
        const { html } = render(aReport({ mailboxes: [report(name)], notReached: [name] }));
        expect(tags(html)).toEqual(shape);
      }),
    );
  });

  test('needs and allows nothing from elsewhere: no script, only its own style', () => {
    const { html } = render(aReport({ mailboxes: [short], problems: [lost] }));
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|style=/i);
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
  });

  test('has light, dark and paper', () => {
    const { html } = render(aReport());
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('@media print');
  });
});

test('the text keeps control characters of others away from the terminal', () => {
  const { text } = render(aReport({ mailboxes: [report('a\u001b[2Jb\r\n\u202ec')] }));
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

describe('the JSON', () => {
  test('comes back as the report it was', () => {
    const whole = aReport({
      mailboxes: [short],
      problems: [lost],
      notReached: ['Work'],
      ended: lost,
      selection: { headersOnly: false, unseenOnly: true, receivedBefore: 5 },
    });
    expect(parseReport(render(whole).json)).toEqual(whole);
  });

  test.each([
    ['nothing', ''],
    ['half of one', render(aReport()).json.slice(0, 200)],
    ['another format', JSON.stringify({ ...aReport(), format: 2 })],
    ['a list', '[]'],
    ['a count that is a text', JSON.stringify({ ...aReport(), stored: '12' })],
    ['a report without its name', JSON.stringify({ ...aReport(), mailboxes: [{}] })],
    ['a problem without words', JSON.stringify({ ...aReport(), problems: [{ kind: 'receive' }] })],
  ])('%s is no report', (_name, json) => {
    expect(parseReport(json)).toBeUndefined();
  });
});
