import { type FormEvent, type ReactElement, useState } from 'react';
import type { Account } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { useWords } from '../../words/use-words.ts';

/** Before the server is asked, where no password is known, or none that it took. */
export function AskPassword({ account }: { readonly account: Account }): ReactElement {
  const { t } = useWords();
  const { serverFolders, signIn } = useStores();
  const [password, setPassword] = useState('');
  const { load } = serverFolders.getState();
  if (account.signedInBy !== undefined) {
    const again = () => void signIn.getState().again(account, () => void load(account));
    return (
      <div>
        <Button kind="primary" onClick={again}>
          {t('ways.signIn')}
        </Button>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void load(account, password);
    setPassword('');
  };
  return (
    <form className="card folder-password" onSubmit={submit}>
      <Field
        label={t('who.password')}
        hint={t('mailboxes.passwordText')}
        type="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
      />
      <div>
        <Button kind="primary" type="submit" disabled={password === ''}>
          {t('mailboxes.showFolders')}
        </Button>
      </div>
    </form>
  );
}
