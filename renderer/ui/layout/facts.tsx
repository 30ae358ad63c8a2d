import type { ReactElement } from 'react';
import './facts.css';

/** Facts in a row, with dots between them; what is not known is left out. */
export function Facts(props: {
  readonly facts: readonly (string | false | undefined)[];
}): ReactElement {
  const known = props.facts.filter(fact => typeof fact === 'string');
  return (
    <p className="dots">
      {known.map(fact => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
