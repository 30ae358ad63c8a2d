import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

/** Asks for a password that is not kept, before a run. */
export function PasswordDialog(): ReactElement | null {
  const { t } = useWords();
  const stores = useStores();
  const form = useId();
  const { asking, how, ask, start } = useStore(stores.runs);
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === asking),
  );
  const [password, setPassword] = useState('');
  if (account === undefined) return null;
  const close = () => {
    setPassword('');
    ask(undefined);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    close();
    if (await start(account.id, password, how)) {
      stores.place.getState().go({ at: 'run', accountId: account.id });
    }
  };
  return (
    <Dialog
      title={t('accounts.passwordTitle', { email: account.profile.email })}
      open
      onClose={close}
      safe={<Button onClick={close}>{t('action.cancel')}</Button>}
      acting={
        <Button kind="primary" type="submit" form={form} disabled={password === ''}>
          {t('accounts.archiveNow')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field
          label={t('who.password')}
          hint={account.profile.rememberPassword ? undefined : t('accounts.passwordText')}
          type="password"
          autoComplete="off"
          value={password}
          onChange={setPassword}
        />
      </form>
    </Dialog>
  );
}
