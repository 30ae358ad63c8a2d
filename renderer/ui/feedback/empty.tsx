import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './empty.css';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string | undefined;
  readonly actions?: ReactNode;
}

/** What stands where nothing is: why, and what to do about it. */
export function Empty({ icon, title, text, actions }: Props): ReactElement {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="strong">{title}</p>
      {text !== undefined && <p className="quiet">{text}</p>}
      {actions}
    </div>
  );
}
