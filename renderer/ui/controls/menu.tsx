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
  /** Stands on the button in the place of the dots. */
  readonly text?: string;
}

/** What is needed less often, behind three dots; or several ways to do one thing. */
export function Menu({ label, entries, text }: Props): ReactElement {
  return (
    <MenuTrigger>
      {text === undefined ? (
        <Button className="icon-button icon-button-small" aria-label={label}>
          <Icon name="more" />
        </Button>
      ) : (
        <Button className="button button-plain button-small" aria-label={label}>
          {text}
          <Icon name="down" small />
        </Button>
      )}
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
