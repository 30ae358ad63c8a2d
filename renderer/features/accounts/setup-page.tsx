import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { type Step, steps } from '../../store/setup.ts';
import { useStores } from '../../store/stores.ts';
import { useWords } from '../../words/use-words.ts';
import { FolderBrowser } from './folder-browser.tsx';
import { StepStart } from './step-start.tsx';
import { StepWhat } from './step-what.tsx';
import { StepWhere } from './step-where.tsx';
import { StepWho } from './step-who.tsx';
import './setup-page.css';

const contents = { who: StepWho, what: StepWhat, where: StepWhere, start: StepStart };

/** Setting up an account: who, what, where, start. */
export function SetupPage(): ReactElement {
  const step = useStore(useStores().setup, state => state.step);
  const Content = contents[step];
  return (
    <>
      <Content above={<StepList present={step} />} />
      <FolderBrowser />
    </>
  );
}

function StepList({ present }: { readonly present: Step }): ReactElement {
  const { t } = useWords();
  const position = steps.indexOf(present);
  return (
    <ol className="steps" aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={step === present ? 'step' : undefined}
          data-done={index < position}
        >
          <span className="steps-number">{index + 1}</span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
