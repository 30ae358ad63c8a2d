export type SpecialFolder = 'inbox' | 'sent' | 'drafts' | 'trash' | 'junk' | 'archive';

/** What mail programs call these folders in English; INBOX is a name on every server (RFC 9051 section 5.1). */
const names: readonly (readonly [SpecialFolder, RegExp])[] = [
  ['inbox', /^inbox$/i],
  ['sent', /^sent( items| messages| mail)?$/i],
  ['drafts', /^drafts?$/i],
  ['trash', /^(trash|bin|deleted (items|messages))$/i],
  ['junk', /^(junk|spam|junk[- ]e-?mail)$/i],
  ['archive', /^archives?$/i],
];

/** What a folder is for, by its name, where a server does not say it (RFC 6154); other languages' names say it themselves. */
export function specialFolder(name: string): SpecialFolder | undefined {
  return names.find(([, known]) => known.test(name))?.[0];
}
