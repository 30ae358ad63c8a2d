import type { ReactElement } from 'react';
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from '../feedback/icon.tsx';
import './button.css';
import './menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly danger?: boolean;
  onChoose(): void;
}

interface Props {
  /** What it is for, read out. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** What is needed less often, behind three dots. */
export function Menu({ label, entries }: Props): ReactElement {
  return (
    <MenuTrigger>
      <Button className="icon-button icon-button-small" aria-label={label}>
        <Icon name="more" />
      </Button>
      <Popover className="menu" placement="bottom end">
        <AriaMenu
          className="menu-list"
          items={entries}
          onAction={key => entries.find(({ id }) => id === key)?.onChoose()}
        >
          {entry => (
            <MenuItem
              id={entry.id}
              className={entry.danger === true ? 'menu-item menu-danger' : 'menu-item'}
              textValue={entry.label}
            >
              <Icon name={entry.icon} small />
              {entry.label}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
