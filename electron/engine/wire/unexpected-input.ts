/** A response departs from the grammar; caught where the response as a whole is parsed. */
export class UnexpectedInput extends Error {
  /**
   * @param expected what the grammar wants, for instance `a number`
   * @param segment which of the frame's segments, from 0
   * @param position octet within that segment, from 0
   */
  constructor(expected: string, segment: number, position: number) {
    super(
      `expected ${expected} at octet ${position}${segment > 0 ? ` behind literal ${segment}` : ''}`,
    );
    this.name = 'UnexpectedInput';
  }
}
