import { fill } from './fill.ts';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The keys of a namespace, plural forms taken together. */
export type KeyOf<Catalogue> = {
  [Key in keyof Catalogue & string]: Catalogue[Key] extends string
    ? Key extends `${infer Base}_${Plural}`
      ? Base
      : Key
    : `${Key}.${KeyOf<Catalogue[Key]>}`;
}[keyof Catalogue & string];

type Values = Readonly<Record<string, string | number>>;

/** Says what stands under a key; `count` chooses the plural form. */
export type Say<Catalogue> = (key: KeyOf<Catalogue>, values?: Values) => string;

/**
 * Says English as i18next does, for commands: that library and `Intl` would cost each of them, and each of their
 * threads, start-up time and 9 MB of memory.
 * @param number writes `{{…, number}}`
 */
export function plainEnglish<Catalogue extends object>(
  catalogue: Catalogue,
  number: (value: number) => string,
): Say<Catalogue> {
  const format = (value: string | number) => number(Number(value));
  return (key, values = {}) => {
    const form = values.count === 1 ? 'one' : 'other';
    const text = textAt(catalogue, `${key}_${form}`) ?? textAt(catalogue, key) ?? key;
    return fill(text, values, format);
  };
}

function textAt(catalogue: object, key: string): string | undefined {
  let found: unknown = catalogue;
  for (const level of key.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, level))
      return undefined;
    found = found[level as keyof typeof found];
  }
  return typeof found === 'string' ? found : undefined;
}
