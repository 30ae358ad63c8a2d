import type { ReactElement, ReactNode } from 'react';

interface Props {
  /** Of the element that names the card. */
  readonly title: string;
  readonly name: string;
  readonly menu: ReactNode;
}

/** The first line of a card: whose it is, and what is seldom done with it. */
export function CardHead({ title, name, menu }: Props): ReactElement {
  return (
    <div className="account-top">
      <h2 id={title} className="cut">
        {name}
      </h2>
      {menu}
    </div>
  );
}
