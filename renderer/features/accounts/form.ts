import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { AccountForm } from '../../store/account-form.ts';
import { useStores } from '../../store/stores.ts';

type FormStore = Pick<StoreApi<AccountForm>, 'getState' | 'getInitialState' | 'subscribe'>;

const FormContext = createContext<FormStore | undefined>(undefined);
export const FormProvider = FormContext.Provider;

/** What the fields around here belong to: an account that is edited, or else the one that is being set up. */
export function useForm(): FormStore {
  const { setup } = useStores();
  return useContext(FormContext) ?? setup;
}
