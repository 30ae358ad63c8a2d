import type { ReactElement, ReactNode } from 'react';
import { Seal } from '../../ui/feedback/seal.tsx';
import { useWords } from '../../words/use-words.ts';
import { CardHead } from './card-head.tsx';

interface Props {
  /** Of the element that names it. */
  readonly title: string;
  readonly name: string;
  readonly folder: string;
  readonly place: 'missing' | 'silent';
  readonly menu: ReactNode;
  readonly actions: ReactNode;
  /** What stands between the answer and the actions. */
  readonly children?: ReactNode;
}

/** The card of an archive that is not where it was. */
export function AwayCard(props: Props): ReactElement {
  const { title, name, folder, place, menu, actions, children } = props;
  const { t } = useWords();
  return (
    <li className="card account" aria-labelledby={title}>
      <CardHead {...{ title, name, menu }} />
      <Seal standing="needs" size="large" label={t('standing.label.needs')} />
      <p className="answer">{t(`away.answer.${place}`)}</p>
      <div className="account-rest stack-small">
        <p>{t(`away.was.${place}`, { folder })}</p>
        {children}
      </div>
      <div className="account-end">
        <div className="account-actions">{actions}</div>
      </div>
    </li>
  );
}
