import type { ReactElement } from 'react';
import './progress.css';

interface Props {
  readonly label: string;
  /** 0 to 1; undefined while nobody knows. */
  readonly value: number | undefined;
  /** Nothing moves for now. */
  readonly still?: boolean;
}

export function Progress({ label, value, still = false }: Props): ReactElement {
  return (
    <progress
      className="progress"
      aria-label={label}
      data-still={still || undefined}
      max={1}
      value={value ?? (still ? 0 : undefined)}
    />
  );
}
