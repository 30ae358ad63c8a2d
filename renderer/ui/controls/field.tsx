import type { HTMLInputTypeAttribute, ReactElement, ReactNode } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { defined } from '../defined.ts';
import './field.css';

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'password' | 'search'>;
  readonly inputMode?: 'numeric';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** False for what is no language: names, addresses, paths. */
  readonly spellCheck?: boolean;
  readonly large?: boolean;
  /** Takes the focus when it appears: for the one field of a dialog. */
  readonly autoFocus?: boolean;
  /** For a field that a key leads to. */
  readonly inputId?: string;
  /** Stands behind the input, in its line. */
  readonly action?: ReactNode;
  onChange(value: string): void;
  onBlur?(): void;
}

export function Field(props: Props): ReactElement {
  const { label, hint, value, required, large, inputId, placeholder, action, ...rest } = props;
  const { onChange, onBlur, type = 'text', spellCheck = true, ...given } = rest;
  return (
    <TextField
      {...given}
      className="field"
      type={type}
      value={value}
      isRequired={required ?? false}
      spellCheck={`${spellCheck}`}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <span className="field-line">
        <Input
          className={large === true ? 'input input-large' : 'input'}
          {...defined({ id: inputId, placeholder })}
        />
        {action}
      </span>
      {hint !== undefined && (
        <Text slot="description" className="small quiet">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
