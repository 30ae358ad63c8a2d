import type { ReactElement } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from '../feedback/icon.tsx';
import './button.css';
import './tooltip.css';

interface Props {
  readonly icon: IconName;
  /** What it does: read out, and shown to those who rest on it. */
  readonly label: string;
  /** The key that does the same, as it is written on it. */
  readonly shortcut?: string;
  readonly small?: boolean;
  readonly disabled?: boolean;
  onClick?(): void;
}

/** A button that is an icon alone. */
export function IconButton(props: Props): ReactElement {
  const { icon, label, shortcut, small = true, disabled = false, onClick } = props;
  return (
    <TooltipTrigger delay={600}>
      <AriaButton
        className={small ? 'icon-button icon-button-small' : 'icon-button'}
        aria-label={label}
        isDisabled={disabled}
        onPress={() => onClick?.()}
      >
        <Icon name={icon} small={small} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {shortcut !== undefined && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
