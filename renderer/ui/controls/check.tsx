import { type ReactElement, type ReactNode, useId } from 'react';
import './check.css';

interface Props {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  /** Some of what it stands for is ticked. */
  readonly mixed?: boolean;
  readonly role?: 'checkbox' | 'switch';
  onChange(checked: boolean): void;
}

/** A box to tick, or a switch. */
export function Check(props: Props): ReactElement {
  const { label, hint, checked, mixed = false, role = 'checkbox', onChange } = props;
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        role={role === 'switch' ? role : undefined}
        checked={checked}
        ref={input => {
          if (input !== null) input.indeterminate = mixed;
        }}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={event => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="small quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
