import { type AtRule, type ChildNode, type Declaration, parse, type Rule } from 'postcss';

/** Properties that colour, space and arrange words where they stand; none loads, runs, moves or counts. */
const properties: ReadonlySet<string> = new Set(
  [
    'color background background-color background-image background-position background-repeat background-size',
    'font font-family font-size font-style font-variant font-weight line-height letter-spacing word-spacing',
    'text-align text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent',
    'text-transform text-overflow text-shadow white-space word-break word-wrap overflow-wrap hyphens direction',
    'unicode-bidi vertical-align width min-width max-width height min-height max-height box-sizing display',
    'visibility overflow overflow-x overflow-y opacity float clear list-style list-style-type',
    'list-style-position border-collapse border-spacing table-layout caption-side empty-cells outline',
    'outline-color outline-style outline-width border-radius border-top-left-radius border-top-right-radius',
    'border-bottom-left-radius border-bottom-right-radius box-shadow mso-hide',
    ...['margin', 'padding'].map(box => `${box} ${sides(box)}`),
    'border border-color border-style border-width',
    ...['top', 'right', 'bottom', 'left'].map(side => {
      const border = `border-${side}`;
      return `${border} ${border}-color ${border}-style ${border}-width`;
    }),
  ].flatMap(names => names.split(' ')),
);

/** Functions that only count or colour. */
const functions: ReadonlySet<string> = new Set([
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'calc',
  'linear-gradient',
]);
/** Layouts whose time is that of their content, however deep they stand in each other. */
const displays = /^(none|block|inline|inline-block|list-item|table|inline-table|table-[a-z-]+)$/;

/** Characters of a value, of a selector, and of conditions: nobody writes more. */
const longest = 500;
/** Numbers with more digits before the point lead out of every page. */
const hugeNumber = /\d{5}|\de\d/;
/** Steps of one selector from element to element; each is tried at many elements. */
const mostSteps = 10;
/** Rules of all sheets of a page, times the selectors of each. */
const mostSelectors = 3_000;
/** Characters of sheets that are read; the longest newsletters have a fifth. */
const longestSheet = 300_000;
/** Brackets that nothing closes: the parser looks for the end of each. */
const mostOpen = 50;

/**
 * A style sheet with only what is known to be harmless: a parser takes it apart, and rules, conditions and
 * declarations are put together again. A sheet that cannot be read is left out whole.
 */
export function harmlessSheet(css: string): string {
  let selectors = 0;
  const ruleOf = (rule: Rule): string => {
    const kept = rule.selectors.filter(isPlainSelector);
    selectors += kept.length;
    const inside = declarationsOf(rule.nodes ?? [], ': ', '; ');
    if (kept.length === 0 || inside === '' || selectors > mostSelectors) return '';
    return `${kept.join(',')} { ${inside}; }\n`;
  };
  const rulesOf = (nodes: readonly ChildNode[], isInside: boolean): string => {
    let text = '';
    for (const node of nodes) {
      if (node.type === 'rule') text += ruleOf(node);
      if (node.type === 'atrule' && !isInside && isMedia(node)) {
        const inside = rulesOf(node.nodes ?? [], true);
        if (inside !== '') text += `@media ${node.params} {\n${inside}}\n`;
      }
    }
    return text;
  };
  return rulesOf(nodesOf(css.slice(0, longestSheet)), false);
}

/** Styles of one element, cleaned as {@link harmlessSheet} does; '' where none is left. */
export function harmlessStyle(style: string): string {
  return declarationsOf(nodesOf(style.slice(0, longestSheet)), ':', ';');
}

function nodesOf(css: string): readonly ChildNode[] {
  // Old pages hide their styles from older programs (CSS Syntax section 4.3.1).
  const text = css.replace(/<!--|-->|\0/g, ' ');
  if (openBrackets(text) > mostOpen) return [];
  try {
    return parse(text).nodes;
  } catch {
    // Broken, or nested deeper than a parser can go: the message is shown without it.
    return [];
  }
}

/** How many brackets are still open at most. */
function openBrackets(text: string): number {
  let open = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[()[\]{}]/g)) {
    open = '([{'.includes(bracket) ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}

function declarationsOf(nodes: readonly ChildNode[], colon: string, between: string): string {
  const kept = nodes.filter(node => node.type === 'decl').filter(isHarmless);
  return kept
    .map(
      ({ prop, value, important }) =>
        `${prop.toLowerCase()}${colon}${value}${important ? ' !important' : ''}`,
    )
    .join(between);
}

function isHarmless({ prop, value }: Declaration): boolean {
  const name = prop.toLowerCase();
  if (!properties.has(name) || value.length > longest) return false;
  // Names of fonts may say what they like; an escape or a bracket in one is no use to anybody.
  const bare = value.replace(/"[^"\\<>()\n]*"|'[^'\\<>()\n]*'/g, ' ').toLowerCase();
  if (!/^[\w\s#%.,()!+*/-]*$|^[\p{L}\d\s,-]*$/u.test(bare) || hugeNumber.test(bare)) return false;
  if (/\/[/*]/.test(bare)) return false;
  if (name === 'display') return displays.test(bare.trim());
  return [...bare.matchAll(/([\w-]*)\s*\(/g)].every(
    ([, called = '']) => called === '' || functions.has(called),
  );
}

/** Elements, classes, identifiers, attributes and states; not what looks far around for every element. */
function isPlainSelector(selector: string): boolean {
  if (selector.length > longest || !/^[\w\s.#*>+~:()[\]="'\\^$|@,!%/\p{L}-]*$/u.test(selector))
    return false;
  if (/:(has|is|where|not|nth|before|after|-|:)/i.test(selector) || selector.trim() === '')
    return false;
  return selector.trim().split(/[\s>+~]+/).length <= mostSteps;
}

function isMedia({ name, params }: AtRule): boolean {
  return (
    name.toLowerCase() === 'media' && params.length <= longest && /^[\w\s():,./-]*$/.test(params)
  );
}

function sides(box: string): string {
  return ['top', 'right', 'bottom', 'left'].map(side => `${box}-${side}`).join(' ');
}
