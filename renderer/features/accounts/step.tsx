import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useStore } from 'zustand';
import { steps } from '../../store/setup.ts';
import { useStores } from '../../store/stores.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly question: string;
  /** What there is to know before the answer, quiet. */
  readonly lead?: string;
  readonly children: ReactNode;
  /** The way back, what it comes to, the way on. */
  readonly foot: ReactNode;
}

/** One step of the set-up: a question, and its answer; the steps behind can be gone back to. */
export function SetupStep({ question, lead, children, foot }: Props): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const email = useStore(stores.setup, state => state.draft.email);
  const back = {
    name: t('places.accounts'),
    go: () => stores.place.getState().go({ at: 'accounts' }),
  };
  return (
    <Page
      title={email === '' ? t('steps.newAccount') : email}
      back={back}
      above={<Steps />}
      question={question}
      foot={foot}
    >
      {lead !== undefined && <p className="step-lead quiet">{lead}</p>}
      {children}
    </Page>
  );
}

function Steps(): ReactElement {
  const { t } = useWords();
  const { step: present, goTo } = useStore(useStores().setup);
  const position = steps.indexOf(present);
  return (
    <ol className="steps" aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === present ? 'step' : undefined}>
          {index < position ? (
            <AriaButton className="steps-back" onPress={() => goTo(step)}>
              <Icon name="check" small />
              {t(`steps.${step}`)}
            </AriaButton>
          ) : (
            <span>
              {step === present && (
                <span className="steps-count">
                  {t('steps.of', { step: index + 1, count: steps.length })} ·{' '}
                </span>
              )}
              {t(`steps.${step}`)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
