import { type InputHTMLAttributes, type ReactElement, type ReactNode, useId } from 'react';
import './field.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  /** Stands behind the input, in its line. */
  readonly action?: ReactNode;
  onChange(value: string): void;
}

export function Field({ label, hint, value, action, onChange, ...rest }: Props): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          {...rest}
          id={id}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={event => onChange(event.target.value)}
        />
        {action}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="small quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
