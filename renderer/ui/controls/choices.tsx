import type { ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Icon, type IconName } from '../feedback/icon.tsx';
import './choices.css';

interface Choice {
  readonly value: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** Stands at the end, quiet. */
  readonly fact?: string | undefined;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  onChange(value: string): void;
}

/** One of several places, each with what speaks for it. */
export function Choices({ label, value, choices, onChange }: Props): ReactElement {
  return (
    <RadioGroup className="choices" aria-label={label} value={value} onChange={onChange}>
      {choices.map(each => (
        <Radio key={each.value} className="choice" value={each.value}>
          <Icon name={each.icon} />
          <span className="choice-words">
            <span className="strong">{each.title}</span>
            <span className="small quiet">{each.text}</span>
          </span>
          {each.fact !== undefined && <span className="small quiet">{each.fact}</span>}
          <span className="choice-dot" />
        </Radio>
      ))}
    </RadioGroup>
  );
}
