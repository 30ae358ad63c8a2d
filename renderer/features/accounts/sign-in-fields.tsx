import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Check } from '../../ui/controls/check.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';
import { OtherMeans } from './other-means.tsx';
import { ProviderFields } from './provider-fields.tsx';

/** Where the password is typed. */
export const passwordFieldId = 'account-password';

interface Props {
  /** As it is saved, of an account that is edited. */
  readonly account?: Account | undefined;
  /** The password has to be typed; else the one that is known will do. */
  readonly needsPassword: boolean;
  readonly passwordHint?: string | undefined;
  /** The provider's own sign-in may be looked for, where nothing is known of one. */
  readonly mayLook: boolean;
  onAddressLeft?(): void;
  onSignedIn?(): void;
}

/** The address, what proves that it is the person's, and whether that is remembered. */
export function SignInFields(props: Props): ReactElement {
  const { account, needsPassword, passwordHint, mayLook, onAddressLeft, onSignedIn } = props;
  const { t } = useWords();
  const { draft, means, ways, password, change, setPassword } = useStore(useForm());
  const keepsPasswords = useStore(
    useStores().settings,
    state => state.info?.keepsPasswords ?? true,
  );
  const isByProvider = means === 'provider';
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
      {isByProvider ? (
        <ProviderFields account={account} onSignedIn={onSignedIn} />
      ) : (
        <>
          <Field
            label={t(ways?.password === 'app' ? 'signIn.appPassword' : 'who.password')}
            hint={passwordHint}
            inputId={passwordFieldId}
            type="password"
            autoComplete="off"
            required={needsPassword}
            value={password}
            onChange={setPassword}
          />
          <OtherMeans mayLook={mayLook} onSignedIn={onSignedIn} />
        </>
      )}
      {keepsPasswords ? (
        <Check
          label={t(isByProvider ? 'signIn.remember' : 'who.remember')}
          hint={t('who.rememberHint')}
          checked={draft.rememberPassword}
          onChange={rememberPassword => change({ rememberPassword })}
        />
      ) : (
        <p className="small quiet">
          {t(isByProvider ? 'signIn.cannotRemember' : 'who.cannotRemember')}
        </p>
      )}
    </>
  );
}
