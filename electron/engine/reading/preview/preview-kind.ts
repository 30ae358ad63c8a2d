import type { PreviewKind } from '../../../../shared/model/preview.ts';

const byEnding: ReadonlyMap<string, PreviewKind> = new Map(
  Object.entries({
    picture: 'png jpg jpeg jpe jfif gif webp bmp',
    pdf: 'pdf',
    table: 'csv tsv tab',
    html: 'htm html xhtml xht',
    text: 'txt text asc md log json xml yaml yml ini cfg conf tex bib sql diff patch srt vcf',
  } satisfies Record<PreviewKind, string>).flatMap(([kind, endings]) =>
    endings.split(' ').map(ending => [ending, kind as PreviewKind] as const),
  ),
);

const byType: readonly (readonly [RegExp, PreviewKind])[] = [
  [/^image\/(png|jpe?g|pjpeg|gif|webp|bmp|x-ms-bmp)$/, 'picture'],
  [/^application\/(x-)?pdf$/, 'pdf'],
  [/^text\/(csv|tab-separated-values)$/, 'table'],
  [/^(text\/html|application\/xhtml\+xml)$/, 'html'],
  [
    /^(text\/(plain|markdown|xml|x-log|rfc822-headers|vcard|x-vcard)|application\/(json|xml)|message\/delivery-status)$/,
    'text',
  ],
];

/** How a file can be shown, by its name, else by its type; undefined where it cannot. */
export function previewKindOf(name: string, type: string): PreviewKind | undefined {
  const ending = /\.([a-z]{2,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return byEnding.get(ending) ?? byType.find(([types]) => types.test(type))?.[1];
}
