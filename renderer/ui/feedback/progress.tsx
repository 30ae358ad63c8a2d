import type { ReactElement } from 'react';
import { ProgressBar } from 'react-aria-components';
import './progress.css';

interface Props {
  readonly label: string;
  /** 0 to 1; undefined while nobody knows. */
  readonly value: number | undefined;
  /** Nothing moves for now. */
  readonly still?: boolean;
  readonly thin?: boolean;
}

export function Progress({ label, value, still = false, thin = false }: Props): ReactElement {
  const isUnknown = value === undefined && !still;
  return (
    <ProgressBar
      className={thin ? 'progress progress-thin' : 'progress'}
      aria-label={label}
      data-still={still || undefined}
      data-unknown={isUnknown || undefined}
      isIndeterminate={isUnknown}
      minValue={0}
      maxValue={1}
      value={value ?? 0}
    >
      {({ percentage = 0 }) => <div style={{ width: isUnknown ? '40%' : `${percentage}%` }} />}
    </ProgressBar>
  );
}
