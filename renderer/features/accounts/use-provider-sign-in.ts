import { useStores } from '../../store/stores.ts';
import { useForm } from './form.ts';

/** @returns signs in to the account of the form around here on its provider's page, with another client ID on wish */
export function useProviderSignIn(onSignedIn?: () => void): (askClient?: boolean) => Promise<void> {
  const { signIn } = useStores();
  const form = useForm();
  return async askClient => {
    const { ways, findWays } = form.getState();
    if (ways === undefined) await findWays(true);
    const { draft, ways: found, signedIn } = form.getState();
    if (found?.provider === undefined) return;
    const { server, user, email } = draft;
    const onDone = (signInId: string) => {
      signedIn(signInId);
      onSignedIn?.();
    };
    signIn
      .getState()
      .open({ target: { server, user, email }, provider: found.provider, onDone }, askClient);
  };
}
