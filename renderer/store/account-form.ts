import type {
  Bridge,
  Input,
  MailboxEntry,
  MailProtocol,
  Output,
  SeenCertificate,
  ShownFailure,
  SignInWaysOfAccount,
} from '../../shared/contract.ts';
import { withKind } from './server-kind.ts';
import type { Draft } from './setup-draft.ts';
import { Wait } from './wait.ts';

/** What is where the archive is to be. */
type Seen = Output<'folders.look'>;

/** What set-up and editing have in common: what a person says of an account, and what the server answers. */
export interface AccountForm {
  readonly draft: Draft;
  readonly password: string;
  /** How the account can be signed in to; undefined until that is known. */
  readonly ways: SignInWaysOfAccount | undefined;
  /** The provider's sign-in is being looked for. */
  readonly findingWays: boolean;
  /** What the account is signed in to with: the provider's own sign-in, or a password. */
  readonly means: 'provider' | 'password';
  /** The sign-in with the provider that was finished, in place of a password. */
  readonly signInId: string | undefined;
  /** The server is asked, or the account is being saved. */
  readonly busy: boolean;
  /** The sizes of folders are being counted in the background. */
  readonly counting: boolean;
  /** The last test of the connection went well. */
  readonly tested: boolean;
  readonly failure: ShownFailure | undefined;
  /** What it was about. */
  readonly failedAt: 'access' | 'folder' | 'saving';
  /** What the server showed, where nobody vouches for it. */
  readonly untrusted: SeenCertificate | undefined;
  /** What is where the archive is to be; undefined until it was looked at. */
  readonly seen: Seen | undefined;
  change(part: Partial<Draft>): void;
  /** What is fetched by hand from now on: all folders, or the inbox alone. */
  changeKind(kind: MailProtocol): void;
  setPassword(password: string): void;
  /** Finds out how the account can be signed in to. @param isAsked by the person, who is told a failure */
  findWays(isAsked?: boolean): Promise<void>;
  setMeans(means: AccountForm['means']): void;
  /** The person signed in with the provider. */
  signedIn(signInId: string): void;
  test(): Promise<boolean>;
  /** @returns the account's folders; undefined where the failure says why not, or it was cancelled */
  list(): Promise<MailboxEntry[] | undefined>;
  /** Counts what the server does not tell of the folders' sizes. */
  count(): Promise<void>;
  stopCounting(): void;
  /** Stops waiting for the server. */
  cancel(): void;
  /** Uses other server settings after an untrusted certificate, and goes on. */
  trust(part: Partial<Draft['server']>): Promise<void>;
  distrust(): void;
  chooseFolder(folder: string): Promise<void>;
}

/** What is to be asked again where the user or the server is another. */
export const noWays = {
  ways: undefined,
  findingWays: false,
  means: 'password',
  signInId: undefined,
} as const satisfies Partial<AccountForm>;

export const emptyForm = {
  password: '',
  ...noWays,
  busy: false,
  counting: false,
  tested: false,
  failure: undefined,
  failedAt: 'access',
  untrusted: undefined,
  seen: undefined,
} as const satisfies Partial<AccountForm>;

interface Surroundings {
  set(part: Partial<AccountForm>): void;
  get(): AccountForm;
  /** What to sign in with. */
  access(): Omit<Input<'accounts.test'>, 'waitId'>;
  /** Whose archive it is or is going to be, once that is known. */
  identity(): Input<'folders.look'>['account'];
  /** Told the draft after each change. */
  changed(draft: Draft): void;
  /** What a certificate was trusted for. */
  goOn(): Promise<unknown>;
}

type Actions = Pick<
  AccountForm,
  {
    [Key in keyof AccountForm]: AccountForm[Key] extends (...input: never[]) => unknown
      ? Key
      : never;
  }[keyof AccountForm]
>;

export function accountForm(bridge: Bridge, surroundings: Surroundings): Actions {
  const { set, get, access, identity, changed, goOn } = surroundings;
  const waiting = new Wait(bridge);
  const counting = new Wait(bridge);
  const finding = new Wait(bridge);
  const fail = (failure: ShownFailure): void =>
    set({ failure, failedAt: 'access', busy: false, tested: false });
  bridge.subscribe('mailboxes.counted', ({ waitId, mailboxes }) => {
    if (!counting.is(waitId)) return;
    const bytesOf = new Map(mailboxes.map(({ name, bytes }) => [name, bytes]));
    const { draft } = get();
    const counted = draft.mailboxes.map(each => {
      const bytes = bytesOf.get(each.name);
      return bytes === undefined ? each : { ...each, bytes };
    });
    set({ draft: { ...draft, mailboxes: counted } });
  });
  return {
    change(part) {
      const { draft: before } = get();
      const draft = { ...before, ...part };
      set({ draft, failure: undefined, tested: false, ...(isElsewhere(before, draft) && noWays) });
      changed(draft);
    },
    changeKind(kind) {
      get().change({ byHand: true, server: withKind(get().draft.server, kind) });
    },
    setPassword: password => set({ password, failure: undefined, tested: false }),
    async findWays(isAsked = false) {
      const { server, email } = get().draft;
      set({ findingWays: true });
      const answer = await finding.ask('signIn.ways', { server, email });
      if (answer === undefined) return;
      set({ findingWays: false });
      if (!answer.ok) {
        if (isAsked) set({ failure: answer.failure, failedAt: 'access' });
        return;
      }
      const ways = answer.value;
      const { provider } = ways;
      const { means, password } = get();
      // Whoever has typed a password already goes on with it, where one is accepted.
      const isFirst = provider?.client !== undefined && password === '';
      const isOnly = provider !== undefined && ways.password === 'none';
      set({ ways, means: isFirst || isOnly ? 'provider' : means });
    },
    setMeans: means => set({ means, failure: undefined, tested: false }),
    signedIn: signInId => set({ signInId, means: 'provider', failure: undefined, tested: false }),
    async test() {
      set({ busy: true, failure: undefined, untrusted: undefined });
      const answer = await waiting.ask('accounts.test', access());
      if (answer === undefined) return false;
      if (!answer.ok) fail(answer.failure);
      else if (answer.value.result === 'failed') fail(answer.value.failure);
      else if (answer.value.result === 'untrusted') {
        set({ untrusted: answer.value.certificate, busy: false });
      } else {
        set({ busy: false, tested: true });
        return true;
      }
      return false;
    },
    async list() {
      set({ busy: true });
      const answer = await waiting.ask('accounts.mailboxes', access());
      if (answer === undefined) return undefined;
      if (answer.ok) {
        set({ busy: false });
        return answer.value;
      }
      fail(answer.failure);
      return undefined;
    },
    async count() {
      if (!get().draft.mailboxes.some(isUncounted)) return;
      set({ counting: true });
      const answer = await counting.ask('accounts.count', access());
      // What could not be counted is estimated.
      if (answer !== undefined) set({ counting: false });
    },
    stopCounting() {
      counting.cancel();
      set({ counting: false });
    },
    cancel() {
      waiting.cancel();
      finding.cancel();
      set({ busy: false, findingWays: false });
    },
    async trust(part) {
      get().change({ server: { ...get().draft.server, ...part } });
      set({ untrusted: undefined });
      await goOn();
    },
    distrust: () => set({ untrusted: undefined }),
    async chooseFolder(folder) {
      get().change({ folder });
      set({ seen: undefined });
      const answer = await bridge.call('folders.look', { path: folder, account: identity() });
      if (get().draft.folder !== folder) return;
      if (answer.ok) set({ seen: answer.value });
      else set({ failure: answer.failure, failedAt: 'folder' });
    },
  };
}

/** What proves who it is, as calls take it. */
export function proofOf({ means, signInId, password }: Proof): {
  readonly signInId?: string;
  readonly password?: string;
} {
  if (means === 'provider') return signInId === undefined ? {} : { signInId };
  return password === '' ? {} : { password };
}

type Proof = Pick<AccountForm, 'means' | 'signInId' | 'password'>;

/** A sign-in with a provider is for one user at one server. */
function isElsewhere(before: Draft, after: Draft): boolean {
  return before.user !== after.user || before.server.host !== after.server.host;
}

/** The archive cannot be kept there; another folder has to be chosen. */
export function isRefused({ readOnly, holds }: Seen): boolean {
  const isOthers = holds?.whose === 'other' || holds?.whose === 'otherWay';
  return readOnly === true || isOthers || holds?.isOfLaterVersion === true;
}

function isUncounted({ selectable, bytes, messages }: MailboxEntry): boolean {
  return selectable && bytes === undefined && messages !== 0;
}
