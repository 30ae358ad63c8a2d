/** Escapes of CSS (CSS Syntax section 4.3.7). */
const escaped = /\\(?:([0-9a-f]{1,6})\s?|\n|([^\n]))/gi;

/** Whatever can load something or run something, by any of its names. */
const forbidden =
  /@(?!media\b)|\burl|src\s*\(|image(?:-set)?\s*\(|cross-fade|element\s*\(|paint\s*\(|expression|behaviou?r|-moz-binding|javascript:|\/\//i;

/**
 * Styles without anything that loads or runs: each declaration or rule head that might is left out, in
 * style sheets as in style attributes.
 */
export function harmlessCss(css: string): string {
  return (
    css
      .replace(/\0/g, '')
      .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
      // Old pages hide their styles from older programs (CSS Syntax section 4.3.1).
      .replace(/<!--|-->/g, ' ')
      .replace(/[^;{}]+/g, piece => (forbidden.test(unescaped(piece)) ? ' ' : piece))
      .replaceAll('<', ' ')
  );
}

function unescaped(css: string): string {
  return css.replace(escaped, (_whole, hex?: string, letter?: string) => {
    if (hex === undefined) return letter ?? '';
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ' ';
  });
}
