import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { steps } from '../../store/setup.ts';
import { useStores } from '../../store/stores.ts';
import { StepStart } from './step-start.tsx';
import { StepWhat } from './step-what.tsx';
import { StepWhere } from './step-where.tsx';
import { StepWho } from './step-who.tsx';
import './setup-page.css';

const contents = { who: StepWho, what: StepWhat, where: StepWhere, start: StepStart } satisfies {
  readonly [Step in (typeof steps)[number]]: () => ReactElement;
};

/** Setting up an account: who, what, where, start. */
export function SetupPage(): ReactElement {
  const step = useStore(useStores().setup, state => state.step);
  const Content = contents[step];
  return <Content />;
}
