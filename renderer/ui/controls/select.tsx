import { type ReactElement, useId } from 'react';
import './field.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** The label is there for those who listen, where the place says it to those who look. */
  readonly labelUnseen?: boolean;
  onChange(value: Value): void;
}

export function Select<Value extends string>(props: Props<Value>): ReactElement {
  const { label, value, options, labelUnseen = false, onChange } = props;
  const id = useId();
  return (
    <div className="select">
      <label htmlFor={id} className={labelUnseen ? 'unseen' : ''}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={event => {
          const chosen = options.find(each => each.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map(each => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  );
}
