/** A structured field: its value in lower case, and its parameters by their names in lower case. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Nobody writes more; a hostile header may. */
const longestField = 10_000;

/**
 * `value; name=token; name="quoted string"` (RFC 2045 section 5.1, RFC 2183 section 2). Lenient: blanks
 * anywhere, comments behind the value; of two equal names the first counts.
 */
export function parseStructured(field: string): Structured {
  const text = field.slice(0, longestField);
  const value = /^\s*"?([^\s;"(]+)/.exec(text)?.[1]?.toLowerCase() ?? '';
  const parameters = new Map<string, string>();
  if (!text.includes(';')) return { value, parameters };
  const pattern = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/gs;
  for (const [, name = '', quoted, token = ''] of text.matchAll(pattern)) {
    const key = name.toLowerCase();
    const given = quoted === undefined ? token : quoted.replace(/\\(.)/gs, '$1');
    if (!parameters.has(key)) parameters.set(key, given);
  }
  return { value, parameters };
}
