import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmlessSheet, harmlessStyle } from '../../../electron/engine/mail/html/css.ts';
import { sanitise } from '../../../electron/engine/mail/html/sanitise.ts';

const elements = 25_000;
const cleaned = (html: string, remote = false) =>
  sanitise(html, {
    remote,
    elements,
    imageAddress: id => (id === 'known@x' ? 'image-0' : undefined),
  });

/** Elements and attributes that run, send, embed or load. */
const harmfulMarkup =
  /<\s*\/?\s*(script|style|iframe|frame|object|embed|applet|form|input|button|textarea|select|meta|link|base|svg|math|template|noscript|video|audio|source|picture)\b|[\s/]on\w+\s*=|\b(srcset|background|srcdoc|formaction|ping|action|lowsrc|dynsrc|http-equiv)\b/i;
/** Attributes, as `name=value`, that do so where a browser acts upon them. */
const harmfulValue =
  /^(href|src)=\s*(javascript|vbscript|data:text|file)|^style=.*(url\s*\(|\\|expression|behaviou?r|binding)/is;

describe('nothing that runs or loads is left', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in pieces', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
    ['a script that never ends', 'a<script>alert(1)'],
    [
      'handlers',
      '<p onclick="a()" ONLOAD=b() onmouseover\n=c()>text</p><img src=x onerror=alert(1)>',
    ],
    ['a handler behind a slash', '<img/src=x/onerror=alert(1)>'],
    ['a form', '<form action="https://example.com"><input name=a><button>go</button></form>'],
    ['controls of a form', '<textarea>x</textarea><select><option>1</select><button formaction=x>'],
    ['frames', '<iframe src="https://example.com"></iframe><iframe srcdoc="<script>1</script>">'],
    ['framesets', '<frameset><frame src="https://example.com"></frameset>'],
    ['refresh', '<meta http-equiv="refresh" content="0;url=https://example.com">'],
    [
      'links to load',
      '<link rel=stylesheet href=https://example.com/x><link rel=preconnect href=//x>',
    ],
    ['another base', '<base href="https://example.com/">'],
    ['objects', '<object data="https://example.com/x"></object><embed src=x><applet code=x>'],
    [
      'SVG',
      '<svg onload=alert(1)><script>alert(1)</script><image href=https://example.com/x /></svg>',
    ],
    ['SVG with a style', '<svg><style><img src=x onerror=alert(1)></style></svg>'],
    [
      'MathML',
      '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=a()>">',
    ],
    ['a template', '<template><script>alert(1)</script></template>'],
    ['noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
    [
      'a comment that ends early',
      '<!--><script>alert(1)</script>--><!--[if IE]><script>1</script><![endif]-->',
    ],
    ['media', '<video src=https://example.com/v autoplay></video><audio src=x></audio>'],
    [
      'pictures of many sizes',
      '<picture><source srcset="https://example.com/x"></picture><img srcset="https://example.com/y 2x">',
    ],
    [
      'old pictures',
      '<table background="https://example.com/x"><td background=x></table><img lowsrc=x dynsrc=y>',
    ],
    [
      'a link that runs',
      '<a href="javascript:alert(1)">a</a><a href=" java\nscript:alert(1)">b</a>',
    ],
    [
      'a link that runs, in entities',
      '<a href="&#106;avascript&colon;alert(1)">a</a><a href="&#x01;javascript:a">',
    ],
    ['a link to data', '<a href="data:text/html,<script>alert(1)</script>">a</a>'],
    ['styles that load', '<p style="background:url(https://example.com/x)">a</p>'],
    [
      'styles that load, in disguise',
      '<p style="background:u\\72l(x);list-style:\\75 rl(y)">a</p>',
    ],
    [
      'styles that run',
      '<p style="width:expression(alert(1));behavior:url(x);-moz-binding:url(y)">a</p>',
    ],
    [
      'style sheets',
      '<style>@import "https://example.com/x"; p{background:URL( x )} a{color:red}</style>',
    ],
    ['a style sheet that breaks out', '<style>p{}</style\n><script>alert(1)</script>'],
    ['pings', '<a href="https://example.com" ping="https://example.com/p">a</a>'],
    ['a plain text that is none', '<plaintext><script>alert(1)</script>'],
    ['CDATA', '<![CDATA[<script>alert(1)</script>]]>'],
    ['NUL inside', '<scr\0ipt>alert(1)</scr\0ipt><img src="x\0" on\0error=a()>'],
  ])('%s', (_name, html) => {
    const { html: page, css } = cleaned(html);
    expect(tagsIn(page)).not.toMatch(harmfulMarkup);
    expect(attributesIn(page).filter(each => harmfulValue.test(each))).toEqual([]);
    expect(css).not.toMatch(/url\s*\(|@import|expression|<|\\/i);
  });

  test('however pieces of markup are put together', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '/',
        '=',
        ' ',
        '\n',
        '<!--',
        '-->',
        '</',
        '<style',
        '</style>',
        '<svg>',
      ],
      ...[
        '<script>',
        '</script>',
        'onerror=a()',
        ' src=',
        'javascript:',
        '<img ',
        '<a href=',
        'url(',
      ],
      ...[
        '<math>',
        '<title>',
        '</title>',
        '<textarea>',
        '<![CDATA[',
        ']]>',
        '&lt;',
        '&quot;',
        '&#60;',
      ],
      ...['https://example.com', '<table>', '<p style="', '@import ', '<noscript>', '<xmp>', '\0'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const { html, css } = cleaned(pieces.join(''));
        expect(tagsIn(html)).not.toMatch(harmfulMarkup);
        expect(attributesIn(html).filter(each => harmfulValue.test(each))).toEqual([]);
        expect(css).not.toMatch(/url\s*\(|@import|</i);
      }),
      { numRuns: 2_000 },
    );
  });
});

function attributesIn(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? [];
  return tags.flatMap(tag =>
    [...tag.matchAll(/\s([\w-]+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`),
  );
}

/** Markup without text and without values, which may say what they like. */
function tagsIn(html: string): string {
  return (html.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/"[^"]*"/g, '""')).join('');
}

describe('what people read stays', () => {
  test('words, tables, colours, lists, sizes', () => {
    const html =
      '<table width="600" bgcolor="#eeeeee"><tr><td style="color:red" align="center">a</td></tr></table>';
    const kept = cleaned(html).html;
    expect(kept).toContain('<table width="600" bgcolor="#eeeeee">');
    expect(kept).toContain('<td style="color:red" align="center">a</td>');
  });

  test('the colours of the whole page', () => {
    const { html } = cleaned('<html><head><title>t</title></head><body bgcolor="#000000">x</body>');
    expect(html).toBe('<div bgcolor="#000000">x</div>');
  });

  test('style sheets, without the rules that load', () => {
    const { css } = cleaned(
      '<style><!-- .a { color: red; background: url(x) } @media (max-width:600px) { .b { width: 100% } } --></style>',
    );
    expect(css).toContain('.a { color: red;');
    expect(css).toContain('@media (max-width:600px)');
    expect(css).not.toContain('url');
  });

  test('links lead to new windows and tell nobody where from', () => {
    expect(
      cleaned('<a href="https://example.org/a?b=1&amp;c" target=_top rel=opener>a</a>').html,
    ).toBe(
      '<a href="https://example.org/a?b=1&amp;c" target="_blank" rel="noopener noreferrer">a</a>',
    );
    expect(cleaned('<a href="mailto:a@example.org">a</a>').html).toContain(
      'href="mailto:a@example.org"',
    );
    expect(cleaned('<a href="#top">a</a><a name=top>').html).toContain('<a href="#top">a</a>');
    expect(cleaned('<a href="page.html">a</a><a href="/x">b</a>').html).toBe('<a>a</a><a>b</a>');
  });
});

describe('images', () => {
  test('from elsewhere are counted and left out, until they are allowed', () => {
    const html =
      '<img src="http://example.com/a.png" alt="A"><img src="//example.com/b"><img src="https:\n//example.com/c">';
    const blocked = cleaned(html);
    expect(blocked.blockedRemote).toBe(3);
    expect(blocked.html).not.toContain('example.com');
    expect(blocked.html).toContain('<img alt="A" class="mailstow-blocked" />');
    const allowed = cleaned(html, true);
    expect(allowed.blockedRemote).toBe(0);
    expect(allowed.html.match(/src="https:\/\/example\.com\/[abc]/g)).toHaveLength(3);
    expect(allowed.html).not.toContain('http:');
  });

  test('without encryption are asked for with it, counted, and named where they may be missing', () => {
    const html =
      '<img src="http://example.com:8080/a.png"><img alt="B" src="HTTP://example.com/b"><img src="https://example.com/c">';
    expect(cleaned(html).upgradedRemote).toBe(0);
    const allowed = cleaned(html, true);
    expect(allowed.upgradedRemote).toBe(2);
    expect(allowed.html).toBe(
      '<img alt="example.com:8080" src="https://example.com:8080/a.png" /><img alt="B" src="https://example.com/b" /><img src="https://example.com/c" />',
    );
  });

  test('of the message are shown; of other kinds they are not', () => {
    expect(cleaned('<img src="cid:known@x">').html).toBe('<img src="image-0" />');
    expect(cleaned('<img src="data:image/png;base64,AAAA">').html).toContain('data:image/png');
    const none =
      '<img src="cid:x"><img src="data:image/svg+xml,<svg>"><img src="file:///etc/passwd"><img src="x.png">';
    expect(cleaned(none).html).toBe('<img /><img /><img /><img />');
    expect(cleaned(none).blockedRemote).toBe(0);
  });
});

describe('there may be too much of it', () => {
  const quick = (html: string) => {
    const start = performance.now();
    const result = cleaned(html);
    expect(performance.now() - start).toBeLessThan(10_000);
    return result;
  };

  test('100,000 levels', () => {
    const { html, isCut } = quick(`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`);
    expect(isCut).toBe(true);
    expect(html).toContain('deep');
    expect(html.match(/<div>/g)?.length).toBeLessThanOrEqual(200);
    expect(quick('<b>'.repeat(100_000)).isCut).toBe(true);
  });

  test('20 MB', () => {
    const { html, isCut } = quick(`<p>${'words '.repeat(20)}</p>`.repeat(160_000));
    expect(isCut).toBe(true);
    expect(html.length).toBeLessThan(2_000_000);
  });

  test('half a million elements', () => {
    const { html, isCut } = quick('<i>a</i>'.repeat(500_000));
    expect(isCut).toBe(true);
    expect(html.match(/<i>/g)?.length).toBeLessThanOrEqual(elements);
  });

  test.each([
    ['style sheets that never end', '<style>'],
    ['comments that never end', '<!--'],
    ['styles of comments', '<style>/*'],
    ['ends of nothing', '</span></p>'],
    ['attributes', '<p a'],
    ['open quotes', '<p title="'],
    ['escapes', '<style>\\75'],
  ])('many %s', (_name, piece) => {
    quick(piece.repeat(Math.ceil(4_000_000 / piece.length)));
  });
});

describe('styles', () => {
  test.each([
    ['a word that loads, escaped', 'color:red;background:\\75\\72\\6c(x)', 'color:red'],
    ['a word with an escape inside', 'background:u\\72<l(https://example.com/x)', ''],
    ['a word with a comment inside', 'background:u/**/rl(y);width:1px', 'width:1px'],
    ['a word behind a font', 'font-family:"a",url(x);color:red', 'color:red'],
    ['sizes that are counted', 'width:calc(100% - 2px)', 'width:calc(100% - 2px)'],
    ['pictures by size', 'background-image:image-set("x" 1x)', ''],
    ['code', 'width:expression(alert(1))', ''],
    ['words of its own', 'content:"</style>"', ''],
    ['own properties', '--x:url(y);color:var(--x);background:red', 'background:red'],
    ['places over the page', 'position:fixed;top:0;color:red', 'color:red'],
    ['huge sizes', 'width:99999999px;height:1e9px;margin:2px', 'margin:2px'],
    [
      'columns, movement and counters',
      'columns:9999;animation:a 1s;counter-reset:a;color:red',
      'color:red',
    ],
    ['grids in grids', 'display:grid;display:block', 'display:block'],
    ['names of fonts', "font-family:'Segoe UI',sans-serif", "font-family:'Segoe UI',sans-serif"],
    ['colours, with weight', 'COLOR:rgb(1, 2, 3) !important', 'color:rgb(1, 2, 3) !important'],
    ['what cannot be parsed', 'color:red;width:"', ''],
  ])('of an element: %s', (_name, style, expected) => {
    expect(harmlessStyle(style)).toBe(expected);
  });

  test.each([
    ['imports', '@import "x";@import url(x);a{color:red}', 'a { color: red; }\n'],
    ['fonts', '@font-face{font-family:x;src:url(y)}a{color:red}', 'a { color: red; }\n'],
    ['movement', '@keyframes x{from{color:red}}', ''],
    [
      'conditions',
      '@media screen{a{color:red;behavior:x}}',
      '@media screen {\na { color: red; }\n}\n',
    ],
    ['escaped rules', '@\\69mport "x";a{color:red}', ''],
    ['a rule that loads', 'a{list-style:u\\72l(x)}b{color:red}', 'b { color: red; }\n'],
    ['an end of the sheet', 'a{color:red}</style><script>', ''],
    ['selectors that look far', 'a:has(b),c d{color:red}', 'c d { color: red; }\n'],
    ['a sheet that breaks off', 'a{color:red', ''],
    ['brackets', `a{color:red}${'('.repeat(1_000)}`, ''],
  ])('of a page: %s', (_name, sheet, expected) => {
    expect(harmlessSheet(sheet)).toBe(expected);
  });

  test('no more rules than a window can match', () => {
    expect(harmlessSheet('a{color:red}'.repeat(10_000)).match(/a \{/g)).toHaveLength(3_000);
  });
});
