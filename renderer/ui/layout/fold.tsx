import type { ReactElement, ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { Icon } from '../feedback/icon.tsx';
import './fold.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Whether it is open at first. */
  readonly open?: boolean;
}

/** What only some people want to see, folded away. */
export function Fold({ title, children, open = false }: Props): ReactElement {
  return (
    <Disclosure className="fold" defaultExpanded={open}>
      <Button slot="trigger" className="fold-title">
        <Icon name="right" small />
        {title}
      </Button>
      <DisclosurePanel className="fold-panel">
        <div className="fold-content">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
