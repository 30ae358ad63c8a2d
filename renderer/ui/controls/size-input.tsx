import type { ReactElement } from 'react';
import { Input, Label, NumberField } from 'react-aria-components';
import './field.css';

interface Props {
  readonly label: string;
  /** Bytes. */
  readonly value: number | undefined;
  onChange(bytes: number | undefined): void;
}

const megabyte = 1_000_000;
const format = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 3 } as const;

/** A size in megabytes, written as the person's language writes it. */
export function SizeInput({ label, value, onChange }: Props): ReactElement {
  return (
    <NumberField
      className="field"
      value={value === undefined ? Number.NaN : value / megabyte}
      minValue={0}
      maxValue={1_000_000}
      formatOptions={format}
      onChange={amount =>
        onChange(Number.isNaN(amount) ? undefined : Math.round(amount * megabyte))
      }
    >
      <Label>{label}</Label>
      <Input className="input" />
    </NumberField>
  );
}
