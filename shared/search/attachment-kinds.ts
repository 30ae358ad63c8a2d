/** Kinds of attachments that have a word in a query, by the endings of their names. */
export const attachmentKinds = {
  pdf: ['pdf'],
  word: ['doc', 'docx', 'docm', 'dot', 'dotx', 'odt', 'rtf', 'pages'],
  sheet: ['xls', 'xlsx', 'xlsm', 'xlsb', 'ods', 'csv', 'tsv', 'numbers'],
  slides: ['ppt', 'pptx', 'pptm', 'pps', 'ppsx', 'odp', 'key'],
  picture: [
    'jpg',
    'jpeg',
    'png',
    'gif',
    'webp',
    'heic',
    'heif',
    'avif',
    'bmp',
    'tif',
    'tiff',
    'svg',
  ],
  sound: ['mp3', 'm4a', 'aac', 'wav', 'flac', 'ogg', 'oga', 'opus', 'aif', 'aiff'],
  film: ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi', 'mpg', 'mpeg', '3gp'],
  calendar: ['ics', 'ical'],
  contact: ['vcf', 'vcard'],
  message: ['eml', 'msg'],
  text: ['txt', 'text', 'md', 'log'],
  page: ['html', 'htm', 'xhtml', 'mht'],
  zip: ['zip', '7z', 'rar', 'tar', 'gz', 'tgz', 'bz2', 'xz'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AttachmentKind = keyof typeof attachmentKinds;

/** Other words for them. */
const alsoCalled: Readonly<Record<string, AttachmentKind>> = {
  document: 'word',
  excel: 'sheet',
  spreadsheet: 'sheet',
  powerpoint: 'slides',
  presentation: 'slides',
  image: 'picture',
  photo: 'picture',
  audio: 'sound',
  music: 'sound',
  video: 'film',
  invitation: 'calendar',
  archive: 'zip',
};

/** @param type as written in a query @returns undefined where it is the ending of a name */
export function attachmentKind(type: string): AttachmentKind | undefined {
  if (Object.hasOwn(attachmentKinds, type)) return type as AttachmentKind;
  return Object.hasOwn(alsoCalled, type) ? alsoCalled[type] : undefined;
}

/** Endings of names, in lower case and without the dot, that a type in a query stands for. */
export function endingsOf(type: string): readonly string[] {
  const kind = attachmentKind(type);
  return kind === undefined ? [type] : attachmentKinds[kind];
}
