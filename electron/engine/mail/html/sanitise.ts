import sanitizeHtml, { type Attributes, type Tag } from 'sanitize-html';
import { boundedHtml } from './bounded-html.ts';
import { contentIdOf } from './content-id.ts';
import { harmlessSheet, harmlessStyle } from './css.ts';
import { hiding } from './hiding.ts';
import { PageWords } from './html-text.ts';
import { markId } from './mark-page.ts';
import { quietMarks } from './marks.ts';

export interface SanitiseOptions {
  /** Lets images from https addresses through. */
  readonly remote: boolean;
  /** The address of the image with this Content-ID; undefined where there is none. */
  imageAddress(contentId: string): string | undefined;
  /** Elements that may be kept. */
  readonly elements: number;
}

export interface Sanitised {
  /** What stands inside `body`. */
  readonly html: string;
  /** Its style sheets, one after the other. */
  readonly css: string;
  /** Images that were not let through. */
  readonly blockedRemote: number;
  /** Images that are let through, and asked for at the https address beside their own. */
  readonly upgradedRemote: number;
  /** Elements that were kept. */
  readonly elements: number;
  /** Something was left out because there is too much of it. */
  readonly isCut: boolean;
  /** There are words or pictures that can be seen. */
  readonly isVisible: boolean;
  /** What can be read of it without a page. */
  readonly words: string;
}

/** Characters that are read: five times the longest newsletters, and still laid out in a second. */
const longest = 1_000_000;
/** Levels that are kept: layout works level inside level. */
const deepest = 200;
/** Characters of an attribute's value, save of a picture that stands in it. */
const longestValue = 10_000;
/** Columns and rows that a cell may span: a table is laid out with all of them. */
const widestSpan = 100;

/** Letters that show nothing: blanks, joiners, marks of order and direction. */
const unseen = /^(?:[\s\p{Cf}\p{Mn}]|\u2800|\u3164|\u115f|\u1160)*$/u;

const tags = [
  ...sanitizeHtml.defaults.allowedTags,
  ...['img', 'font', 'center', 'big', 'strike', 'tt', 'del', 'ins', 'details', 'summary'],
];
const attributes = [
  ...['style', 'class', 'id', 'dir', 'lang', 'title', 'align', 'valign', 'width', 'height'],
  ...[
    'bgcolor',
    'color',
    'face',
    'size',
    'border',
    'cellpadding',
    'cellspacing',
    'hspace',
    'vspace',
  ],
  ...['colspan', 'rowspan', 'nowrap', 'start', 'type', 'value'],
];
/** Their content is no text that anybody should read. */
const silent = [
  ...['script', 'style', 'title', 'textarea', 'template', 'iframe', 'noembed', 'noframes'],
  ...['svg', 'math', 'xmp', 'plaintext'],
];

/**
 * HTML of a message as a page that neither runs nor loads anything, sends nothing and leads nowhere but
 * to new windows; a library decides what is markup, we decide what may stay.
 */
export function sanitise(source: string, options: SanitiseOptions): Sanitised {
  const bounded = boundedHtml(source.slice(0, longest));
  const { text, css } = withoutStyles(bounded.html);
  let blockedRemote = 0;
  let upgradedRemote = 0;
  let elements = 0;
  let depth = 0;
  let hiddenFrom: number | undefined;
  let isVisible = false;
  const words = new PageWords();
  let isCut = bounded.isCut || source.length > longest;

  function image(attribs: Attributes): Attributes {
    const { src, srcset: _srcset, ...rest } = attribs;
    const address = imageSource(src ?? '', options);
    if (address === 'blocked') blockedRemote += 1;
    const host = address !== 'blocked' && hostWithoutEncryption(src ?? '');
    if (host) {
      upgradedRemote += 1;
      // Shown where the picture cannot be had.
      if (!rest.alt) rest.alt = host;
    }
    if (address === undefined) return rest;
    if (hiddenFrom === undefined && !isPixel(rest)) isVisible = true;
    return address === 'blocked'
      ? { ...rest, class: 'mailstow-blocked' }
      : { ...rest, src: address };
  }

  function transform(tagName: string, attribs: Attributes): Tag {
    elements += 1;
    if (elements > options.elements) return { tagName: 'mailstow-too-many', attribs: {} };
    const plain = bounds(attribs);
    if (tagName === 'body') return { tagName: 'div', attribs: plain };
    if (tagName === 'a') return { tagName, attribs: link(plain) };
    if (tagName === 'img') return { tagName, attribs: image(plain) };
    return { tagName, attribs: plain };
  }

  const html = sanitizeHtml(text, {
    allowedTags: tags,
    allowedAttributes: {
      '*': attributes,
      a: ['href', 'name', 'target', 'rel'],
      img: ['src', 'alt'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'data'] },
    nonTextTags: silent,
    parseStyleAttributes: false,
    nestingLimit: deepest,
    transformTags: { '*': transform },
    textFilter: escaped => {
      if (hiddenFrom === undefined && !isVisible) isVisible = !unseen.test(escaped);
      words.add(escaped);
      return escaped;
    },
    onOpenTag: (name, { style }) => {
      words.open(name);
      depth += 1;
      if (depth > deepest) isCut = true;
      if (style !== undefined && hiding.test(style)) hiddenFrom ??= depth;
    },
    onCloseTag: name => {
      words.close(name);
      if (hiddenFrom === depth) hiddenFrom = undefined;
      depth -= 1;
    },
  });
  if (elements > options.elements) isCut = true;
  return {
    html: quietMarks(html),
    css: harmlessSheet(css),
    blockedRemote,
    upgradedRemote,
    elements: Math.min(elements, options.elements),
    isCut,
    isVisible,
    words: words.text,
  };
}

/** Attributes with harmless styles, and none larger than anybody needs. */
function bounds(attribs: Attributes): Attributes {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(attribs)) {
    if (name === 'style') {
      const style = harmlessStyle(value);
      if (style !== '') kept[name] = style;
    } else if (name === 'colspan' || name === 'rowspan') {
      kept[name] = Number(value) <= widestSpan ? value : String(widestSpan);
    } else if (name === 'id' && value.startsWith(markId)) {
      // Our own marks are gone to by their ids.
    } else if (name === 'src' || value.length <= longestValue) {
      const isHuge = /^(width|height|hspace|vspace|border|cell)/.test(name) && /\d{5}/.test(value);
      if (!isHuge) kept[name] = value;
    }
  }
  return kept;
}

/** A picture that only tells its sender that somebody looked. */
function isPixel({ width, height }: Attributes): boolean {
  return [width, height].some(size => size !== undefined && /^\s*[01](px)?\s*$/.test(size));
}

function link(attribs: Attributes): Attributes {
  const { href, target: _target, rel: _rel, ...rest } = attribs;
  if (href === undefined) return rest;
  if (/^#[\w.:-]+$/.test(href)) return { ...rest, href };
  const url = parseUrl(href);
  if (url === undefined || !/^(https?|mailto|tel):$/.test(url.protocol)) return rest;
  return { ...rest, href: url.href, target: '_blank', rel: 'noopener noreferrer' };
}

function imageSource(
  src: string,
  { remote, imageAddress }: SanitiseOptions,
): string | 'blocked' | undefined {
  const [, contentId] = /^\s*cid:(.+)$/is.exec(src) ?? [];
  if (contentId !== undefined) return imageAddress(contentIdOf(contentId));
  if (/^\s*data:image\/(png|jpe?g|gif|webp|bmp|x-icon);base64,[\w+/=\s]*$/i.test(src)) return src;
  const url = parseUrl(src);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  if (!remote) return 'blocked';
  url.protocol = 'https:';
  return url.href;
}

/** @returns undefined for an address that is not http */
function hostWithoutEncryption(src: string): string | undefined {
  const url = parseUrl(src);
  return url?.protocol === 'http:' ? url.host : undefined;
}

/** As a browser reads an address, but one that leads nowhere by itself is none. */
function parseUrl(text: string): URL | undefined {
  const address = text.replace(/[\t\n\r]/g, '').trim();
  const whole = /^[\\/]{2}/.test(address) ? `https:${address}` : address;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

/** Style sheets are taken out of the text, because no library escapes what is inside of them. */
function withoutStyles(html: string): { text: string; css: string } {
  const opening = /<style\b[^<>]*>/gi;
  const closing = /<\/style\b[^<>]*>/gi;
  let text = '';
  let css = '';
  let done = 0;
  for (let begin = opening.exec(html); begin !== null; begin = opening.exec(html)) {
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(html);
    if (end === null) break;
    text += html.slice(done, begin.index);
    css += `${html.slice(opening.lastIndex, end.index)}\n`;
    done = closing.lastIndex;
    opening.lastIndex = done;
  }
  return { text: text + html.slice(done), css };
}
