import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { asksPassword } from '../../store/edit.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { toField } from '../../ui/to-field.ts';
import { useWords } from '../../words/use-words.ts';
import { certificateFieldId } from './certificate-paths.tsx';
import { EditFailure } from './edit-failure.tsx';
import { ServerFields, serverFieldId } from './server-fields.tsx';
import { passwordFieldId, SignInFields } from './sign-in-fields.tsx';
import { useProviderSignIn } from './use-provider-sign-in.ts';

/** Failures that another time or network may not meet: what was filled in may be right. */
const passing = ['connection', 'name-not-found', 'no-answer', 'receive', 'transmit'];

/** Who signs in and where; a password goes to no server that it was not typed for. */
export function EditAccess({ onSaved }: { onSaved(isSaved: boolean): void }): ReactElement {
  const { t } = useWords();
  const { edit, accounts } = useStores();
  const state = useStore(edit);
  const { draft, failure, tested, busy, test, save, saveUntested } = state;
  const account = useStore(accounts, all =>
    all.accounts.find(({ id }) => id === state.account?.id),
  );
  const signIn = useProviderSignIn();
  const asks = asksPassword(state);
  const known = account?.hasPassword === true && !asks;
  const ways = {
    'try-again': () => void save().then(onSaved),
    password: () => toField(passwordFieldId),
    signIn: () => void signIn(),
    server: () => toField(serverFieldId),
    certificate: () => toField(certificateFieldId),
  };
  const saveAnyway = passing.includes(failure?.kind ?? '') && (
    <Button onClick={() => void saveUntested().then(onSaved)}>{t('edit.saveAnyway')}</Button>
  );
  return (
    <>
      <div className="card card-padded stack">
        <SignInFields
          account={asks ? undefined : account}
          mayLook
          needsPassword={asks}
          passwordHint={
            asks ? t('edit.passwordAgain') : known ? t('edit.passwordKnown') : undefined
          }
        />
      </div>
      <EditFailure at="access" ways={ways} actions={saveAnyway} />
      <div className="card card-padded stack">
        <ServerFields keepsKind />
      </div>
      {draft.server.security === 'none' && (
        <Notice kind="needs" message={t('who.insecure')} nextStep={t('who.insecureNext')} />
      )}
      <div role="status">{tested && <Notice kind="safe" message={t('who.tested')} />}</div>
      <div>
        <Button busy={busy} onClick={() => void test()}>
          {t('who.test')}
        </Button>
      </div>
    </>
  );
}
