import type { ButtonHTMLAttributes, ReactElement } from 'react';
import './button.css';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary button a screen: what to do next. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Shows that the work it started goes on; it stays in place and takes no second press. */
  readonly busy?: boolean;
}

export function Button({ kind = 'plain', busy = false, onClick, ...rest }: Props): ReactElement {
  return (
    <button
      type="button"
      className={`button button-${kind}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
      {...rest}
    />
  );
}
