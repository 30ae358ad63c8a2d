import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import './page.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** One narrow column, for steps and forms. */
  readonly narrow?: boolean;
  readonly above?: ReactNode;
}

/** A screen that scrolls as a whole. Its title takes the focus, so that a change of place is heard. */
export function Page({ title, children, narrow = false, above }: Props): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Mailstow`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="page">
      <div className={narrow ? 'page-column page-narrow' : 'page-column'}>
        {above}
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </div>
    </div>
  );
}
