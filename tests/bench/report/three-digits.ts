/** A figure as short as it is exact: three digits are as much as a timing is worth. */
export function threeDigits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
