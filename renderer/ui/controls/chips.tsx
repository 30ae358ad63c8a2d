import type { ReactElement } from 'react';
import { Button, Tag, TagGroup, TagList, Toolbar } from 'react-aria-components';
import { Icon, type IconName } from '../feedback/icon.tsx';
import './chip.css';

interface ChipsProps {
  readonly label: string;
  readonly chips: readonly { readonly id: string; readonly label: string }[];
  onRemove(id: string): void;
}

/** What is chosen, each to be taken away: by its button, or by Delete where the keyboard is on it. */
export function Chips({ label, chips, onRemove }: ChipsProps): ReactElement {
  return (
    <TagGroup
      className="chips"
      aria-label={label}
      onRemove={keys => {
        for (const key of keys) onRemove(String(key));
      }}
    >
      <TagList className="chips-list" items={chips}>
        {chip => (
          <Tag id={chip.id} className="chip chip-on" textValue={chip.label}>
            <span className="cut">{chip.label}</span>
            <Button slot="remove" className="chip-remove">
              <Icon name="close" small />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}

interface OffersProps {
  readonly label: string;
  readonly offers: readonly {
    readonly id: string;
    readonly label: string;
    readonly icon?: IconName | undefined;
  }[];
  onChoose(id: string): void;
}

/** What can be chosen besides; one stop for the Tab key, the arrow keys walk along. */
export function Offers({ label, offers, onChoose }: OffersProps): ReactElement {
  return (
    <Toolbar className="offers" aria-label={label}>
      {offers.map(({ id, label: words, icon }) => (
        <Button key={id} className="chip" onPress={() => onChoose(id)}>
          {icon !== undefined && <Icon name={icon} small />}
          <span className="cut">{words}</span>
        </Button>
      ))}
    </Toolbar>
  );
}
