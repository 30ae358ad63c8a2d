/** What a second start hands to the first, as far as it is that. */
export function handedFiles(data: unknown): readonly string[] {
  const files = (data as { files?: unknown } | null)?.files;
  return Array.isArray(files) ? files.filter(each => typeof each === 'string') : [];
}
