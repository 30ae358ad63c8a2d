import type { ReactElement, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button.tsx';

interface Props extends ButtonLook {
  /** Of another site: the desktop app asks before it follows it, a browser opens it beside this page. */
  readonly address: string;
  readonly children: ReactNode;
}

/** A link out of Mailstow that looks like what it is beside: a button. */
export function LinkButton({ address, children, ...look }: Props): ReactElement {
  return (
    <a className={buttonClass(look)} href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
