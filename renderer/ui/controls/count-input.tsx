import type { ReactElement } from 'react';
import { Input, Label, NumberField } from 'react-aria-components';
import './field.css';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  onChange(value: number): void;
}

/** A whole number between two others. */
export function CountInput({ label, value, least, most, onChange }: Props): ReactElement {
  return (
    <NumberField
      className="field"
      value={value}
      minValue={least}
      maxValue={most}
      formatOptions={{ maximumFractionDigits: 0 }}
      onChange={count => {
        // An emptied field is no answer: what was there counts.
        if (!Number.isNaN(count)) onChange(Math.round(count));
      }}
    >
      <Label>{label}</Label>
      <Input className="input" />
    </NumberField>
  );
}
