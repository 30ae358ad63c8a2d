/** @param address what stands behind `cid:` */
export function contentIdOf(address: string): string {
  try {
    return decodeURIComponent(address.trim());
  } catch {
    return address.trim();
  }
}
