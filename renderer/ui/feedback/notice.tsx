import type { ReactElement, ReactNode } from 'react';
import { Fold } from '../layout/fold.tsx';
import { Icon } from './icon.tsx';
import { Seal } from './seal.tsx';
import './notice.css';

interface Props {
  /** `waiting` asks nothing of the person; `needs` does; `bad` is wrong or may do harm. */
  readonly kind: 'bad' | 'needs' | 'safe' | 'waiting' | 'plain';
  /** What happened, one sentence. */
  readonly message: string;
  readonly nextStep?: string | undefined;
  readonly actions?: ReactNode;
  readonly details?: { readonly title: string; readonly text: string } | undefined;
  /** Read out as soon as it appears. */
  readonly alert?: boolean;
}

/** A sentence, the next step, a button that does it, and a fold with the server's own words. */
export function Notice(props: Props): ReactElement {
  const { kind, message, nextStep, actions, details, alert = false } = props;
  return (
    <div className={`notice notice-${kind}`} role={alert ? 'alert' : undefined}>
      <Sign kind={kind} />
      <div className="notice-content">
        <p className="strong">{message}</p>
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

function Sign({ kind }: Pick<Props, 'kind'>): ReactElement {
  switch (kind) {
    case 'bad':
      return <Icon name="alert" />;
    case 'needs':
      return <Seal standing="needs" />;
    case 'safe':
      return <Seal standing="safe" />;
    case 'waiting':
      return <Icon name="clock" />;
    case 'plain':
      return <Icon name="info" />;
  }
}
