import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../feedback/icon.tsx';
import './page.css';

interface Props {
  /** Its name, in the bar. */
  readonly title: string;
  readonly children: ReactNode;
  /** The place above it, and the way back there. */
  readonly back?: { readonly name: string; go(): void };
  /** What the screen asks, large; it takes the focus instead of the name. */
  readonly question?: string;
  /** Stands above the question. */
  readonly above?: ReactNode;
  /** Stands at the end of the bar. */
  readonly end?: ReactNode;
  /** Stays at the bottom: what leads on from here. */
  readonly foot?: ReactNode;
}

/** A screen that scrolls as a whole. Its heading takes the focus, so that a change of place is heard. */
export function Page(props: Props): ReactElement {
  const { title, children, back, question, above, end, foot } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const said = question ?? title;
  useEffect(() => {
    document.title = `${said} – Mailstow`;
    heading.current?.focus({ preventScroll: true });
  }, [said]);
  return (
    <div className="page">
      <header className="page-bar">
        <div className="page-line">
          {back !== undefined && (
            <>
              <AriaButton className="page-back" onPress={back.go}>
                <Icon name="left" small />
                <span>{back.name}</span>
              </AriaButton>
              <span className="page-rule" />
            </>
          )}
          <h1 className="cut" {...(question === undefined ? { tabIndex: -1, ref: heading } : {})}>
            {title}
          </h1>
          {end !== undefined && <div className="page-end">{end}</div>}
        </div>
      </header>
      <div className="page-body">
        <div className="page-column">
          {above}
          {question !== undefined && (
            <h2 className="answer" tabIndex={-1} ref={heading}>
              {question}
            </h2>
          )}
          {children}
        </div>
      </div>
      {foot !== undefined && (
        <footer className="page-foot">
          <div className="page-line">{foot}</div>
        </footer>
      )}
    </div>
  );
}
