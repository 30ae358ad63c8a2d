/** The program of the process that reads: beside this file, in the sources and in a bundle. */
export function readerModule(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  return new URL(`./attachment-process.${ending}`, import.meta.url);
}
