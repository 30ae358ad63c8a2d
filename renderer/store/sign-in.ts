import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Account,
  Answer,
  Bridge,
  Input,
  ProviderSignIn,
  ShownFailure,
  SignInBegun,
  SignInState as SignInNews,
} from '../../shared/contract.ts';
import { Wait } from './wait.ts';
import type { WindowServices } from './window-services.ts';

type Beginning = Input<'signIn.begin'>;
export type SignInMeans = Beginning['way'];

/** What is to be signed in to, and what follows. */
interface AskedSignIn {
  readonly target: Beginning['target'];
  readonly provider: ProviderSignIn;
  /** Told the finished sign-in. */
  onDone(signInId: string): void;
}

export type SignInPhase =
  /** The provider of the account is looked for. */
  | { readonly at: 'looking' }
  /** The person is asked for a client ID. */
  | { readonly at: 'client' }
  | { readonly at: 'beginning' }
  /** For the person, on the provider's page. */
  | { readonly at: 'waiting'; readonly begun: SignInBegun; readonly pasted?: ShownFailure }
  /** The person is through; the provider is asked for the rest. */
  | { readonly at: 'finishing' }
  | { readonly at: 'failed'; readonly failure: ShownFailure };

export interface SignInState {
  /** Undefined while none goes on, and while the provider is not known yet. */
  readonly asked: AskedSignIn | undefined;
  readonly phase: SignInPhase | undefined;
  /** The browser that shows this window can be led back to Mailstow. */
  readonly isHere: boolean;
  /** The last way that was begun, or would be. */
  readonly means: SignInMeans;
  /** Undefined until the person asked for a copy. */
  readonly isCopied: boolean | undefined;
  /** Begins; where the provider has to be told a client ID first, or it is to be another, that is asked for. */
  open(asked: AskedSignIn, askClient?: boolean): void;
  /** The same for an account that is there. @param onDone told once it is signed in to */
  again(account: Account, onDone: () => void): Promise<void>;
  begin(more?: Partial<Pick<Beginning, 'way' | 'client' | 'as'>>): Promise<void>;
  askClient(): void;
  /** The person copied the address that the browser ended at. */
  finish(redirectedTo: string): Promise<void>;
  copy(text: string): void;
  /** Ends whatever goes on. */
  close(): void;
}

/** The one sign-in with a provider that this window is at. */
export function createSignInStore(bridge: Bridge, services: WindowServices): StoreApi<SignInState> {
  return createStore<SignInState>((set, get) => {
    const none = { asked: undefined, phase: undefined, isCopied: undefined } as const;
    const looking = new Wait(bridge);
    /** Counts what was begun and given up, so that late answers are known. */
    let turn = 0;
    let present: string | undefined;
    /** What came before the answer that says which sign-in it is of. */
    let early: SignInNews[] = [];
    const fail = (failure: ShownFailure) => set({ phase: { at: 'failed', failure } });
    const end = () => {
      const signInId = present;
      present = undefined;
      if (signInId !== undefined) void bridge.call('signIn.cancel', { signInId });
    };
    const hear = (news: SignInNews) => {
      const { asked, phase } = get();
      if (asked === undefined || news.signInId !== present) {
        if (phase?.at === 'beginning') early.push(news);
        return;
      }
      switch (news.state) {
        case 'waiting':
          return;
        case 'finishing':
          set({ phase: { at: 'finishing' } });
          return;
        case 'done':
          present = undefined;
          set(none);
          asked.onDone(news.signInId);
          return;
        case 'failed':
          present = undefined;
          if (news.failure === undefined) set(none);
          else fail(news.failure);
      }
    };
    bridge.subscribe('signIn.changed', hear);
    // What happened in between was not heard.
    bridge.onConnect?.(async () => {
      if (present === undefined) return;
      const answer = await bridge.call('signIn.list', undefined);
      if (answer.ok) for (const each of answer.value) hear(each);
    });
    return {
      ...none,
      isHere: services.isHere,
      means: 'browser',
      open(asked, askClient = false) {
        end();
        const { browser, device, client } = asked.provider;
        const isBrowser = browser && (services.isHere || !device);
        set({ ...none, asked, means: isBrowser ? 'browser' : 'device' });
        if (askClient || client === undefined) get().askClient();
        else void get().begin();
      },
      async again({ id, profile }, onDone) {
        end();
        set({ ...none, phase: { at: 'looking' } });
        const { server, email } = profile;
        const answer = await looking.ask('signIn.ways', { server, email });
        if (answer === undefined || get().phase?.at !== 'looking') return;
        if (!answer.ok) return fail(answer.failure);
        const { provider } = answer.value;
        const target = { accountId: id };
        if (provider !== undefined) return get().open({ target, provider, onDone });
        // It says why not.
        const begun = await bridge.call('signIn.begin', { target, way: 'browser' });
        if (!begun.ok) fail(begun.failure);
      },
      async begin(more = {}) {
        const { asked, means } = get();
        if (asked === undefined) return;
        end();
        const { way = means, ...rest } = more;
        turn += 1;
        const own = turn;
        early = [];
        set({ means: way, phase: { at: 'beginning' }, isCopied: undefined });
        const answer: Answer<SignInBegun> = await bridge.call('signIn.begin', {
          target: asked.target,
          way,
          ...rest,
        });
        if (own !== turn) {
          if (answer.ok) void bridge.call('signIn.cancel', { signInId: answer.value.signInId });
          return;
        }
        if (!answer.ok) return fail(answer.failure);
        present = answer.value.signInId;
        set({ phase: { at: 'waiting', begun: answer.value } });
        for (const each of early) hear(each);
      },
      askClient() {
        end();
        turn += 1;
        set({ phase: { at: 'client' } });
      },
      async finish(redirectedTo) {
        const { phase } = get();
        if (phase?.at !== 'waiting') return;
        const { begun } = phase;
        set({ phase: { at: 'waiting', begun } });
        const { signInId } = begun;
        const answer = await bridge.call('signIn.finish', { signInId, redirectedTo });
        const isStill = present === signInId && get().phase?.at === 'waiting';
        if (!answer.ok && isStill) {
          set({ phase: { at: 'waiting', begun, pasted: answer.failure } });
        }
      },
      copy: text => set({ isCopied: services.copy(text) }),
      close() {
        looking.cancel();
        turn += 1;
        end();
        set(none);
      },
    };
  });
}
