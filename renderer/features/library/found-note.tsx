import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/feedback/icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly children: ReactNode;
}

/** One line below a list, or below what was found. */
export function Note({ icon, children }: Props): ReactElement {
  return (
    <div className="found-note small quiet">
      <Icon name={icon} small />
      <p>{children}</p>
    </div>
  );
}
