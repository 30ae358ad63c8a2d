import type { ReactElement } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Icon, type IconName } from '../feedback/icon.tsx';
import './segments.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: IconName;
  }[];
  onChange(value: Value): void;
}

/** One of very few, all of them to be seen. */
export function Segments<Value extends string>(props: Props<Value>): ReactElement {
  const { label, value, options, onChange } = props;
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const chosen = options.find(each => keys.has(each.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map(each => (
        <ToggleButton key={each.value} id={each.value} className="segment">
          {each.icon !== undefined && <Icon name={each.icon} small />}
          {each.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
