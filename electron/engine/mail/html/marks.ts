/** Marks on one letter; scripts of the world need fewer than ten. */
const most = 16;
const marks = new RegExp(`(\\p{M}{${most}})\\p{M}+`, 'gu');

/** Thousands of combining marks on one letter take a window minutes to draw. */
export function quietMarks(text: string): string {
  return text.replace(marks, '$1');
}
