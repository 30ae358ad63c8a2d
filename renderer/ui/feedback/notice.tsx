import type { ReactElement, ReactNode } from 'react';
import { Fold } from '../layout/fold.tsx';
import { Icon } from './icon.tsx';
import './notice.css';

interface Props {
  readonly kind: 'bad' | 'warning' | 'good' | 'plain';
  /** What happened, one sentence. */
  readonly message: string;
  readonly nextStep?: string | undefined;
  readonly actions?: ReactNode;
  readonly details?: { readonly title: string; readonly text: string } | undefined;
  /** Read out as soon as it appears. */
  readonly alert?: boolean;
}

const icons = { bad: 'alert', warning: 'alert', good: 'done', plain: 'info' } as const;

/** A sentence, the next step, a button that does it, and a fold with the server's own words. */
export function Notice(props: Props): ReactElement {
  const { kind, message, nextStep, actions, details, alert = false } = props;
  return (
    <div className={`notice notice-${kind}`} role={alert ? 'alert' : undefined}>
      <Icon name={icons[kind]} />
      <div className="notice-content">
        <p className="notice-message">{message}</p>
        {nextStep !== undefined && nextStep !== '' && <p>{nextStep}</p>}
        {actions !== undefined && <div className="notice-actions">{actions}</div>}
        {details !== undefined && (
          <Fold title={details.title}>
            <pre>{details.text}</pre>
          </Fold>
        )}
      </div>
    </div>
  );
}
