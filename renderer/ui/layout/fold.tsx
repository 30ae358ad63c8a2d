import type { ReactElement, ReactNode } from 'react';
import './fold.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  onToggle?(open: boolean): void;
}

/** What only some people want to see, folded away. */
export function Fold({ title, children, open, onToggle }: Props): ReactElement {
  return (
    <details className="fold" open={open} onToggle={event => onToggle?.(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div className="fold-content">{children}</div>
    </details>
  );
}
