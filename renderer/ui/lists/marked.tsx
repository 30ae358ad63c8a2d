import { Fragment, type ReactElement } from 'react';

interface Props {
  readonly text: string;
  /** From and to, in the order of the text and without overlap. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** Of these the one that is gone to: its place, from 0. */
  readonly present?: number | undefined;
}

/** A text with what was found in it. */
export function Marked({ text, marks, present }: Props): ReactElement {
  let done = 0;
  return (
    <>
      {marks.map(([start, end], index) => {
        const before = text.slice(done, start);
        done = end;
        return (
          <Fragment key={start}>
            {before}
            <mark data-present={index === present || undefined}>{text.slice(start, end)}</mark>
          </Fragment>
        );
      })}
      {text.slice(done)}
    </>
  );
}
