import { type ReactElement, type ReactNode, useId } from 'react';
import { Checkbox, Switch } from 'react-aria-components';
import './check.css';

interface CheckProps {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  /** Some of what it stands for is ticked. */
  readonly mixed?: boolean;
  onChange(checked: boolean): void;
}

/** A box to tick. */
export function Check({ label, hint, checked, mixed = false, onChange }: CheckProps): ReactElement {
  const id = useId();
  return (
    <div className="check">
      <Checkbox
        className="check-label"
        isSelected={checked}
        isIndeterminate={mixed}
        onChange={onChange}
        {...(hint === undefined ? {} : { 'aria-describedby': id })}
      >
        <span className="check-box" />
        {label}
      </Checkbox>
      {hint !== undefined && (
        <p id={id} className="check-hint small quiet">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly on: boolean;
  onChange(on: boolean): void;
}

/** A switch at the end of its line. */
export function Toggle({ label, hint, on, onChange }: ToggleProps): ReactElement {
  const id = useId();
  return (
    <Switch
      className="toggle"
      isSelected={on}
      aria-label={label}
      onChange={onChange}
      {...(hint === undefined ? {} : { 'aria-describedby': id })}
    >
      <span className="toggle-words">
        <span>{label}</span>
        {hint !== undefined && (
          <span id={id} className="small quiet">
            {hint}
          </span>
        )}
      </span>
      <span className="toggle-track" />
    </Switch>
  );
}
