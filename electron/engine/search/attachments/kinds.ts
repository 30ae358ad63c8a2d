/** What a file seems to be; which of the office formats it is shows in its bytes. */
export type AttachmentKind =
  | 'pdf'
  | 'office'
  | 'rtf'
  | 'text'
  | 'html'
  | 'calendar'
  | 'contacts'
  | 'message'
  | 'zip';

const byEnding: ReadonlyMap<string, AttachmentKind> = new Map(
  Object.entries({
    pdf: 'pdf',
    office:
      'docx docm dotx dotm xlsx xlsm xltx xltm pptx pptm potx potm ppsx ppsm odt ott ods ots odp otp odg otg doc dot xls xlt ppt pps pot',
    rtf: 'rtf',
    text: 'txt text asc md log csv tsv tab json xml yaml yml ini cfg conf tex bib sql diff patch srt',
    html: 'htm html xhtml xht',
    calendar: 'ics ical ifb vcs',
    contacts: 'vcf vcard',
    message: 'eml',
    zip: 'zip',
  } satisfies Record<AttachmentKind, string>).flatMap(([kind, endings]) =>
    endings.split(' ').map(ending => [ending, kind as AttachmentKind] as const),
  ),
);

const byType: readonly (readonly [RegExp, AttachmentKind])[] = [
  [/^application\/(x-)?pdf$/, 'pdf'],
  [/^application\/vnd\.openxmlformats-officedocument\./, 'office'],
  [/^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics)/, 'office'],
  [/^application\/(msword|vnd\.ms-(word|excel|powerpoint))/, 'office'],
  [/^(application|text)\/(x-)?rtf$/, 'rtf'],
  [/^(text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^(text\/(calendar|x-vcalendar)|application\/ics)$/, 'calendar'],
  [/^(text\/(x-vcard|vcard|directory)|application\/vcard)$/, 'contacts'],
  [/^message\/(rfc822|global)$/, 'message'],
  [/^application\/(x-)?zip(-compressed)?$/, 'zip'],
  [/^(text\/(?!css$|(x-)?javascript$)|message\/|application\/(json|xml|csv)$)/, 'text'],
];

/** @returns undefined for what is never read: pictures, sound, programs, whatever is not known */
export function kindOf(name: string, type: string): AttachmentKind | undefined {
  const ending = /\.([a-z]{2,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return byEnding.get(ending) ?? byType.find(([types]) => types.test(type))?.[1];
}

/** Bytes of a file that are taken; of kinds that can be cut anywhere, the rest is left. */
export function mostBytes(kind: AttachmentKind): {
  readonly bytes: number;
  readonly isCut: boolean;
} {
  switch (kind) {
    case 'text':
    case 'html':
      return { bytes: 8_000_000, isCut: true };
    case 'rtf':
    case 'calendar':
    case 'contacts':
    case 'message':
      return { bytes: 64_000_000, isCut: true };
    default:
      return { bytes: 64_000_000, isCut: false };
  }
}
