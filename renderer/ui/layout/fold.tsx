import type { ReactElement, ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { Icon } from '../feedback/icon.tsx';
import './fold.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Whether it is open at first; with `onToggle`, whether it is open. */
  readonly open?: boolean;
  onToggle?(open: boolean): void;
}

/** What only some people want to see, folded away. */
export function Fold({ title, children, open = false, onToggle }: Props): ReactElement {
  const state =
    onToggle === undefined
      ? { defaultExpanded: open }
      : { isExpanded: open, onExpandedChange: onToggle };
  return (
    <Disclosure className="fold" {...state}>
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
