import type { ReactElement, ReactNode } from 'react';

interface GroupProps {
  readonly title: string;
  /** Rows, each on a line of its own. */
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function SettingsGroup({ title, children }: GroupProps): ReactElement {
  return (
    <section className="stack-small">
      <h2>{title}</h2>
      <div className="card">{children}</div>
    </section>
  );
}

interface RowProps {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
}

/** What is set, and what sets it at the end of the line. */
export function SettingsRow({ label, hint, children }: RowProps): ReactElement {
  return (
    <div className="set">
      <div className="set-words">
        <p>{label}</p>
        {hint !== undefined && <p className="small quiet">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
