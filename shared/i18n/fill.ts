/** The names in double braces that a text is filled with; what follows a comma there is a format. */
export type NamesIn<Text extends string> = Text extends `${string}{{${infer Slot}}}${infer Rest}`
  ? (Slot extends `${infer Name},${string}` ? Name : Slot) | NamesIn<Rest>
  : never;

const slot = /\{\{(\w+)(?:, (\w+))?\}\}/g;

/**
 * Fills a text of a catalogue as i18next does, for what runs without it. What it is filled with is data: nothing
 * in it is looked at again.
 * @param format writes what stands in a slot such as `{{count, number}}`
 */
export function fill(
  text: string,
  values: Readonly<Record<string, string | number>>,
  format: (value: string | number, name: string) => string = String,
): string {
  return text.replace(slot, (whole, name: string, asked: string | undefined) => {
    if (!Object.hasOwn(values, name)) return whole;
    const value = values[name] ?? '';
    return asked === undefined ? String(value) : format(value, asked);
  });
}

/** The names that a text is filled with. */
export function slotsOf(text: string): string[] {
  return [...text.matchAll(slot)].map(([, name = '']) => name);
}
