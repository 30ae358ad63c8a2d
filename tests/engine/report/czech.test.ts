import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../electron/engine/report/render-html.ts';
import { verdict } from '../../../electron/engine/report/verdict.ts';
import { reportWords } from '../../../electron/services/runs/report-language.ts';
import { failures } from '../../../shared/i18n/cs/failures.ts';
import { failureOf } from '../../../shared/i18n/failure-of.ts';
import { warningOf } from '../../../shared/i18n/warning-of.ts';
import { aReport, lost, report } from './some-report.ts';

const czech = await reportWords('cs');

const sentences = (...of: Parameters<typeof aReport>) =>
  verdict(aReport(...of), czech).sentences.map(each => each.replace(/\s/g, ' '));

describe('the page in Czech', () => {
  const args = { path: '/posta/{{path}}<b>' };
  const ended = failureOf('disk-full-writing-journal', { args });
  const { html, visible } = page({
    folder: '/posta',
    selection: { headersOnly: true, unseenOnly: true, receivedSince: Date.UTC(2024, 2, 1) },
    mailboxes: [report('INBOX', { archived: 39, missing: 1, unnamed: 1, elsewhere: 2, gone: 3 })],
    notReached: ['Work'],
    problems: [lost],
    ended,
    renamed: 4,
  });

  test('says so, and every line of it is Czech', () => {
    expect(html).toContain('<html lang="cs">');
    expect(visible).toContain('Zpráva Mailstow o úplnosti');
    expect(visible).not.toMatch(
      /\b(the|of|and|message|messages|folder|folders|archive|server’s|written|missing|ended|details)\b/i,
    );
  });

  test('tells a failure in Czech, with what it is about', () => {
    expect(visible).toContain(
      'Disk je plný: Mailstow nemohl zapsat svůj žurnál v /posta/{{path}}&lt;b&gt;.',
    );
  });

  test('tells a failure of an earlier version by its kind, the engine’s own sentence in the fold', () => {
    expect(visible).toContain(failures.kinds['message-not-stored'].message);
    expect(visible).toContain(failures.kinds['message-not-stored'].nextStep);
    const folds = html.match(/<details>.*<\/details>/g)?.join() ?? '';
    expect(folds).toContain(`<p lang="en"><bdi>${lost.message} ${lost.nextStep}</bdi></p>`);
    expect(folds).toContain(lost.serverText);
  });
});

test('warnings are Czech on the page, but for those of another version', () => {
  const known = warningOf('files-lost', { args: { mailbox: '<b>', count: 2 } });
  const earlier = { message: 'Something to know.' };
  const later = { message: 'Something new.', code: 'of-a-later-version' };
  const { html } = page({ warnings: [known, earlier, later] });
  expect(html).toContain(
    '<li><bdi>&lt;b&gt;: 2 soubory byly od poslední archivace smazány nebo přejmenovány; stáhly se znovu.</bdi></li>',
  );
  expect(html).toContain('<li lang="en"><bdi>Something to know.</bdi></li>');
  expect(html).toContain('<li lang="en"><bdi>Something new.</bdi></li>');
});

describe('the verdict in Czech', () => {
  test.each([
    [1, 'Chybí 1 zpráva.'],
    [3, 'Chybějí 3 zprávy.'],
    [12, 'Chybí 12 zpráv.'],
  ])('counts as Czech does: %d', (missing, sentence) => {
    const mailboxes = [report('INBOX', { archived: 40 - missing, missing, problems: [lost] })];
    expect(sentences({ mailboxes })).toContain(sentence);
  });

  test('complete: all of it, in one sentence', () => {
    expect(sentences({ mailboxes: [report('INBOX'), report('Work')] })).toEqual([
      'V archivu je vše, co bylo žádáno: 80 zpráv, 2 složky. Nic nechybí.',
      'Nově uloženo: 12 zpráv (123,5 kB).',
    ]);
  });

  test('what was left out is said in words and counted', () => {
    const said = sentences({
      selection: {
        headersOnly: true,
        unseenOnly: true,
        receivedSince: Date.UTC(2024, 2, 1),
        largerThan: 10_000_000,
      },
      mailboxes: [report('INBOX', { selected: 10, archived: 10 })],
    });
    expect(said.at(-1)).toBe(
      'Žádány byly jen hlavičky zpráv, které jsou nepřečtené a přijaté 1. března 2024 nebo později a větší než 10,0 MB. Tím se vynechalo na serveru: 30 zpráv.',
    );
  });
});

/** A report as a page, and what of it is to be seen before any fold is opened. */
function page(changes: Parameters<typeof aReport>[0]) {
  const html = renderHtml(aReport(changes), czech);
  const visible = html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<details[\s\S]*?<\/details>/g, '')
    .replace(/<[^>]*>/g, ' ');
  return { html, visible };
}
