import type { ReactElement } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { Icon } from '../feedback/icon.tsx';
import './field.css';
import './menu.css';
import './select.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** The label is there for those who listen, where the place says it to those who look. */
  readonly labelUnseen?: boolean;
  /** A bare word in a bar instead of a field. */
  readonly bare?: boolean;
  onChange(value: Value): void;
}

/** One of a few. */
export function Select<Value extends string>(props: Props<Value>): ReactElement {
  const { label, value, options, labelUnseen = false, bare = false, onChange } = props;
  return (
    <AriaSelect
      className="select"
      selectedKey={value}
      onSelectionChange={key => {
        const chosen = options.find(each => each.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Label className={labelUnseen ? 'unseen' : 'select-label'}>{label}</Label>
      <Button className={bare ? 'select-bare' : 'select-button'}>
        <SelectValue className="cut" />
        <Icon name="down" small />
      </Button>
      <Popover className="menu">
        <ListBox className="menu-list" items={options}>
          {option => (
            <ListBoxItem id={option.value} className="menu-item" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className="cut">{option.label}</span>
                  {isSelected && <Icon name="check" small />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
