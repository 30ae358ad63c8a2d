/**
 * The address of an image, relative to its page. Apart from what makes the page: the process behind the window needs
 * the names alone, and sanitising would cost it 30 ms of every start.
 */
export function imageName(index: number): string {
  return `image-${index}`;
}
