import { fromDate, getLocalTimeZone, toCalendarDate } from '@internationalized/date';
import type { ReactElement } from 'react';
import { DateField, DateInput as DateParts, DateSegment, Label } from 'react-aria-components';
import './field.css';

interface Props {
  readonly label: string;
  /** Milliseconds since 1970 of a moment of that day. */
  readonly value: number | undefined;
  /** Told the start of the day in the person's time zone, milliseconds since 1970. */
  onChange(start: number | undefined): void;
}

/** A day, typed part by part as the person's language writes it. */
export function DateInput({ label, value, onChange }: Props): ReactElement {
  const zone = getLocalTimeZone();
  const day = value === undefined ? null : toCalendarDate(fromDate(new Date(value), zone));
  return (
    <DateField
      className="field"
      value={day}
      granularity="day"
      onChange={chosen => onChange(chosen?.toDate(zone).getTime())}
    >
      <Label>{label}</Label>
      <DateParts className="input date-input">
        {segment => <DateSegment className="date-part" segment={segment} />}
      </DateParts>
    </DateField>
  );
}
