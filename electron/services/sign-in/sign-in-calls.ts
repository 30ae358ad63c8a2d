import type { CallName, Input, Output } from '../../../shared/contract.ts';
import { tellDefect } from '../../engine/defects.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Profiles } from '../accounts/profiles.ts';
import { shownProgress } from './shown-progress.ts';
import type { SignInRequest, SignIns } from './sign-ins.ts';

type Calls = Extract<CallName, `${'signIn'}.${string}`>;

export type SignInCalls = {
  readonly [Name in Calls]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};

/** What a window asks of signing in with a provider. */
export function signInCalls(accounts: Accounts, profiles: Profiles, signIns: SignIns): SignInCalls {
  /** Of an account that is there, what its profile says, and by whom it was signed in to. */
  const requestOf = ({ target, ...how }: Input<'signIn.begin'>): SignInRequest => {
    if (!('accountId' in target)) return { ...target, ...how };
    const { accountId } = target;
    const { profile, signedInBy } = profiles.get(accountId);
    const { server, user, email } = profile;
    const before = { issuer: signedInBy?.issuer, as: signedInBy?.as };
    return { server, user, email, ...before, ...how, accountId };
  };
  /** The person is at the provider's page meanwhile: nobody waits for this. */
  const keepOnceThrough = async (signInId: string, accountId: string): Promise<void> => {
    const finished = await signIns.ended(signInId).catch(() => undefined);
    if (finished === undefined) return;
    // Where the vault does not take it, it is in memory.
    await accounts.keepSignIn(accountId, finished).finally(() => accounts.tell());
  };
  return {
    'signIn.ways': ({ server, email, waitId }) =>
      accounts.waits.during(waitId, signal => signIns.ways(server, email, signal)),
    'signIn.begin': async input => {
      const request = requestOf(input);
      const begun = await signIns.begin(request);
      const { accountId } = request;
      if (accountId !== undefined) keepOnceThrough(begun.signInId, accountId).catch(tellDefect);
      return begun;
    },
    'signIn.finish': ({ signInId, redirectedTo }) => signIns.finish(signInId, redirectedTo),
    'signIn.cancel': ({ signInId }) => signIns.cancel(signInId),
    'signIn.list': () => signIns.list().map(shownProgress),
    'signIn.out': input => accounts.signOut(input),
  };
}
