import { bodyBegins, bodyEnds, escapeText, pageOf, textPiece } from './page.ts';

/** What stands above a message on paper: in the person's language, in this order. */
export interface PrintHead {
  readonly title: string;
  /** Such as `From` and who it is; one without a value is left out. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** Nothing of a message's own styles may hide, move or paint over its head. */
const whole =
  'display:block!important;visibility:visible!important;opacity:1!important;float:none!important;' +
  'width:auto!important;min-width:0!important;max-width:none!important;height:auto!important;' +
  'min-height:0!important;max-height:none!important;overflow:visible!important;direction:ltr!important';
const body = `${whole};margin:0!important;padding:0!important;border:0!important;outline:0!important`;
const apart =
  'all:initial!important;display:block!important;direction:ltr!important;unicode-bidi:normal!important;' +
  'background:#fff!important';
const below =
  'display:flow-root!important;overflow-y:clip!important;margin:16px 0 0!important;height:auto!important;' +
  'max-height:none!important;visibility:visible!important;opacity:1!important';

const headCss = `
:host { color: #1d1d1f; font: 13px/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0; }
dt { color: #5c6060; }
dd { margin: 0; overflow-wrap: anywhere; }
hr { margin: 12px 0 0; border: 0; border-top: 1px solid #b8bcbc; }
`;

/**
 * A message for paper: who wrote when to whom above what a page shows of it. Always light.
 * @param page harmless already; undefined where there is text alone
 * @param language one of ours, as BCP 47 says it
 */
export function printPage(
  { page, text }: { readonly page: string | undefined; readonly text: string },
  head: PrintHead,
  language: string,
): string {
  const html = page ?? pageOf([{ html: textPiece(text), css: '' }], []).html;
  const start = html.indexOf(bodyBegins);
  const before = html
    .slice(0, start)
    .replace('<html>', () => `<html lang="${language}" style="${whole}">`)
    .replace('<title></title>', () => `<title>${escapeText(head.title)}</title>`);
  const content = html.slice(start + bodyBegins.length, html.lastIndexOf(bodyEnds));
  return [
    before,
    `</head><body style="${body}">${headOf(head)}`,
    `<div style="${below}">${content}</div>${bodyEnds}`,
  ].join('\n');
}

/** In a tree of its own, which no style of the message reaches. */
function headOf({ title, facts }: PrintHead): string {
  const rows = facts
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `<dt>${escapeText(name)}</dt><dd>${escapeText(value)}</dd>`);
  return [
    `<div style="${apart}"><template shadowrootmode="open"><style>${headCss}</style>`,
    `<h1>${escapeText(title)}</h1><dl>${rows.join('')}</dl><hr></template></div>`,
  ].join('');
}
