import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';
import { Check } from '../../ui/controls/check.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';

/** Where the password is typed. */
export const passwordFieldId = 'account-password';

interface Props {
  /** The password has to be typed; else the one that is known will do. */
  readonly needsPassword: boolean;
  readonly passwordHint?: string | undefined;
  onAddressLeft?(): void;
}

/** Address and password, and whether that is remembered. */
export function SignInFields(props: Props): ReactElement {
  const { needsPassword, passwordHint, onAddressLeft } = props;
  const { t } = useWords();
  const { draft, password, change, setPassword } = useStore(useForm());
  const keepsPasswords = useStore(
    useStores().settings,
    state => state.info?.keepsPasswords ?? true,
  );
  return (
    <>
      <Field
        label={t('who.email')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        required
        value={draft.email}
        onChange={email => change({ email })}
        onBlur={() => onAddressLeft?.()}
      />
      <Field
        label={t('who.password')}
        hint={passwordHint}
        inputId={passwordFieldId}
        type="password"
        autoComplete="off"
        required={needsPassword}
        value={password}
        onChange={setPassword}
      />
      {keepsPasswords ? (
        <Check
          label={t('who.remember')}
          hint={t('who.rememberHint')}
          checked={draft.rememberPassword}
          onChange={rememberPassword => change({ rememberPassword })}
        />
      ) : (
        <p className="small quiet">{t('who.cannotRemember')}</p>
      )}
    </>
  );
}
