import { isDangerous } from '../../engine/mail/html/dangerous.ts';

/**
 * Endings of files that their programs show without running anything of them. A list of what may be, because
 * nobody knows all that may not: a kind that no group names is saved and never handed to the system.
 * Left out on purpose: archives (what is in them carries no mark of where it came from), RTF (it embeds
 * programs), XML and whatever a browser would run.
 */
const groups = {
  pages: 'pdf',
  pictures: 'png jpg jpeg jpe jfif gif webp bmp tif tiff heic heif avif',
  text: 'txt text log csv tsv md',
  'messages, people, dates': 'eml vcf ics',
  'documents that hold no macros': 'docx xlsx pptx odt ods odp pages numbers key',
  sound: 'mp3 m4a aac wav aif aiff flac ogg oga opus',
  films: 'mp4 m4v mov webm mkv avi mpg mpeg 3gp',
};

const endings: ReadonlySet<string> = new Set(
  Object.values(groups).flatMap(group => group.split(' ')),
);

/** Whether the system's own program may be asked to open a file of that name; it goes by the name's ending. */
export function isOpenable(name: string): boolean {
  const ending = /[^/\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && endings.has(ending) && !isDangerous(name);
}
