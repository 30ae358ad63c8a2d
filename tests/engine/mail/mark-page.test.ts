import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markPage, mostMarks } from '../../../electron/engine/mail/html/mark-page.ts';
import { sanitise } from '../../../electron/engine/mail/html/sanitise.ts';
import { marker } from '../../../shared/search/marks.ts';
import { parse } from '../../../shared/search/parse.ts';

const harmless = (html: string) =>
  sanitise(html, { remote: false, elements: 25_000, imageAddress: () => undefined }).html;

function marked(typed: string, html: string): string {
  const find = marker(parse(typed).query, 'body');
  return find === undefined ? html : markPage(html, find).html;
}

/** The page with each mark in square brackets, its number in front where it has one. */
function brackets(html: string): string {
  return html
    .replace(/<mark class="mailstow-mark"(?: id="mailstow-mark-(\d+)")?>/g, '[$1:')
    .replaceAll('</mark>', ']');
}

const withoutMarks = (html: string) =>
  html.replace(/<mark class="mailstow-mark"(?: id="mailstow-mark-\d+")?>|<\/mark>/g, '');

describe('a page is marked', () => {
  test.each([
    ['vine', '<p>The vineyard</p><p>Vine</p>', '<p>The [1:vineyard]</p><p>[2:Vine]</p>'],
    ['vineyard', '<p>old <b>vine</b>yard</p>', '<p>old <b>[1:vine]</b>[:yard]</p>'],
    ['"old vineyard"', '<p>old <i>vineyard</i></p>', '<p>[1:old ]<i>[:vineyard]</i></p>'],
    ['"old vineyard"', '<p>old</p><p>vineyard</p>', '<p>old</p><p>vineyard</p>'],
    ['suden', '<p>im S&uuml;den</p>', '<p>im [1:Süden]</p>'],
    ['amp', '<p>a &amp; b</p>', '<p>a &amp; b</p>'],
    ['b', '<p>a &lt;b&gt; &amp;</p>', '<p>a &lt;[1:b]&gt; &amp;</p>'],
    ['title', '<p title="title">x</p>', '<p title="title">x</p>'],
    [
      'secret',
      '<div style="display:none">secret<p>secret</p></div>secret',
      '<div style="display:none">secret<p>secret</p></div>[1:secret]',
    ],
    ['a', 'a<br>a<img alt="a">a', '[1:a]<br />[2:a]<img alt="a" />[3:a]'],
  ])('%s in %s', (typed, html, expected) => {
    expect(brackets(marked(typed, harmless(html)))).toBe(expected);
  });

  test('and what came by mail cannot take the place of a mark', () => {
    expect(harmless('<p id="mailstow-mark-1">x</p><p id="other">y</p>')).toBe(
      '<p>x</p><p id="other">y</p>',
    );
  });

  test('up to a number that can be gone through', () => {
    const find = marker(parse('word').query, 'body');
    const { html, marks } = markPage(`<p>${'word '.repeat(mostMarks + 10)}</p>`, find as never);
    expect(marks).toBe(mostMarks);
    expect(html).toContain(`id="mailstow-mark-${mostMarks}"`);
    expect(html).not.toContain(`id="mailstow-mark-${mostMarks + 1}"`);
  });
});

test('whatever is marked in whatever page, but for the marks it is the same page', () => {
  const parts = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<br>',
      '<div style="display:none">',
      '</div>',
      '<a href="#x">',
    ],
    ...[
      '</a>',
      '<pre>',
      '</pre>',
      '&amp;',
      '&lt;',
      '&quot;',
      '"',
      '>',
      '&',
      'a',
      'b',
      'é',
      ' ',
      'ß',
      '東',
    ],
  );
  const html = fc.array(parts, { maxLength: 40 }).map(all => harmless(all.join('')));
  fc.assert(
    fc.property(
      html,
      fc.constantFrom('a', 'b', '"a b"', 'e', 's', '東', 'a or b', 'amp'),
      (page, typed) => {
        const after = marked(typed, page);
        expect(withoutMarks(after)).toBe(page);
        const ids = [...after.matchAll(/id="mailstow-mark-(\d+)"/g)].map(([, id]) => Number(id));
        expect(ids).toEqual(ids.map((_id, index) => index + 1));
      },
    ),
    { numRuns: 2_000 },
  );
});
