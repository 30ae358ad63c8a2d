import type { ReactElement } from 'react';
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from '../feedback/icon.tsx';
import './button.css';
import './tooltip.css';

interface Props {
  readonly icon: IconName;
  /** What is so while it is pressed in: read out, and shown to those who rest on it. */
  readonly label: string;
  readonly on: boolean;
  onChange(on: boolean): void;
}

/** A switch that is an icon alone. */
export function IconToggle({ icon, label, on, onChange }: Props): ReactElement {
  return (
    <TooltipTrigger delay={600}>
      <ToggleButton
        className="icon-button icon-button-small"
        aria-label={label}
        isSelected={on}
        onChange={onChange}
      >
        <Icon name={icon} small />
      </ToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
