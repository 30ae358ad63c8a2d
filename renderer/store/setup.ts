import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Account,
  Bridge,
  NoteKey,
  OpenedArchive,
  Output,
  ProviderPage,
  SeenCertificate,
  ShownFailure,
} from '../../shared/contract.ts';
import { unwanted } from './mailbox-tree.ts';
import { type Draft, emptyDraft, keepDraft, profileOf, recallDraft } from './setup-draft.ts';
import type { WindowServices } from './window-services.ts';

export const steps = ['who', 'what', 'where', 'start'] as const;
export type Step = (typeof steps)[number];

type Proposed = NonNullable<Output<'folders.propose'>>;
type Seen = Output<'folders.look'>;

export interface SetupState {
  readonly step: Step;
  readonly draft: Draft;
  readonly password: string;
  /** What is to be known about the provider: under `provider` in the catalogue. */
  readonly noteKey: NoteKey | undefined;
  /** Where the person can do what the note says. */
  readonly page: ProviderPage | undefined;
  readonly busy: boolean;
  /** The last test of the connection went well. */
  readonly tested: boolean;
  readonly failure: ShownFailure | undefined;
  /** What the server showed, where nobody vouches for it. */
  readonly untrusted: SeenCertificate | undefined;
  /** What is where the archive is to be; undefined until it was looked at. */
  readonly seen: Seen | undefined;
  /** Where the archive may well be kept; undefined where no place suggests itself. */
  readonly proposed: Proposed | undefined;
  change(part: Partial<Draft>): void;
  setPassword(password: string): void;
  /** Finds the server of the address, unless it was filled in by hand. */
  guess(): Promise<void>;
  test(): Promise<boolean>;
  /** Looks at the account and goes on to what is in it. */
  connect(): Promise<void>;
  /** Uses other server settings after an untrusted certificate, and connects again. */
  trust(part: Partial<Draft['server']>): Promise<void>;
  distrust(): void;
  /** Finds a place for this address, and takes it where none is chosen. */
  propose(): Promise<void>;
  chooseFolder(folder: string): Promise<void>;
  goTo(step: Step): void;
  /** @returns the account that is set up now; undefined where it could not be saved */
  save(): Promise<Account | undefined>;
  startAnew(): void;
  /** Begins with what an archive says of its account; the person adds the password. */
  setUpAgain(archive: OpenedArchive): void;
}

/** The archive cannot be kept there; another folder has to be chosen. */
export function isRefused({ readOnly, holds }: Seen): boolean {
  return readOnly === true || holds?.whose === 'other' || holds?.isOfLaterVersion === true;
}

export function createSetupStore(bridge: Bridge, services: WindowServices): StoreApi<SetupState> {
  return createStore<SetupState>((set, get) => {
    const start = {
      step: 'who' as Step,
      password: '',
      noteKey: undefined,
      page: undefined,
      busy: false,
      tested: false,
      failure: undefined,
      untrusted: undefined,
      seen: undefined,
      proposed: undefined,
    };
    const fail = (failure: ShownFailure): void => set({ failure, busy: false, tested: false });
    /** Whose archive it is going to be, once that is known. */
    const identity = () => {
      const { user, server } = get().draft;
      return user === '' || server.host === '' ? undefined : { user, host: server.host };
    };
    const login = () => {
      const { draft, password } = get();
      return { server: draft.server, user: draft.user, password };
    };
    return {
      ...start,
      draft: recallDraft(services),
      change(part) {
        const { draft: before, proposed } = get();
        const isElsewhere = part.email !== undefined && part.email !== before.email;
        // What was only proposed goes with the address that it was proposed for.
        const folder = isElsewhere && before.folder === proposed?.path ? '' : before.folder;
        const draft = { ...before, folder, ...part };
        set({ draft, failure: undefined, tested: false });
        keepDraft(services, draft);
      },
      setPassword: password => set({ password, failure: undefined, tested: false }),
      async guess() {
        const { email, byHand } = get().draft;
        if (byHand || !/^[^@\s]+@[^@\s]+$/.test(email)) return;
        const answer = await bridge.call('accounts.guess', { email });
        const { draft } = get();
        if (!answer.ok || draft.byHand || draft.email !== email) return;
        const { server, user, noteKey, page } = answer.value;
        // What was found out about the certificate belongs to this very server.
        const same = server.host === draft.server.host && server.port === draft.server.port;
        get().change({ user, server: same ? draft.server : server });
        set({ noteKey, page });
      },
      async test() {
        await get().guess();
        set({ busy: true, failure: undefined, untrusted: undefined });
        const answer = await bridge.call('accounts.test', login());
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
      async connect() {
        if (!(await get().test())) return;
        set({ busy: true });
        const answer = await bridge.call('accounts.mailboxes', login());
        if (!answer.ok) return fail(answer.failure);
        const leftOut = get().draft.leftOut ?? unwanted(answer.value);
        get().change({ mailboxes: answer.value, leftOut });
        set({ step: 'what', busy: false });
      },
      async trust(part) {
        get().change({ server: { ...get().draft.server, ...part } });
        await get().connect();
      },
      distrust: () => set({ untrusted: undefined }),
      async propose() {
        const { email, folder } = get().draft;
        const answer = await bridge.call('folders.propose', { email, account: identity() });
        if (get().draft.email !== email) return;
        const proposed = answer.ok ? (answer.value ?? undefined) : undefined;
        set({ proposed });
        if (folder !== '') await get().chooseFolder(folder);
        else if (proposed !== undefined && get().draft.folder === '') {
          get().change({ folder: proposed.path });
          const { path: _, ...seen } = proposed;
          set({ seen });
        }
      },
      async chooseFolder(folder) {
        get().change({ folder });
        set({ seen: undefined, failure: undefined });
        const account = identity();
        const answer = await bridge.call('folders.look', { path: folder, account });
        if (get().draft.folder !== folder) return;
        if (answer.ok) set({ seen: answer.value });
        else fail(answer.failure);
      },
      goTo: step => set({ step, failure: undefined }),
      async save() {
        const { draft, password } = get();
        set({ busy: true, failure: undefined });
        const answer = await bridge.call('accounts.save', { profile: profileOf(draft), password });
        if (!answer.ok) {
          fail(answer.failure);
          return undefined;
        }
        set({ busy: false });
        return answer.value;
      },
      startAnew() {
        set({ ...start, draft: emptyDraft });
        keepDraft(services, undefined);
      },
      setUpAgain({ folder, account }) {
        set({ ...start, draft: emptyDraft });
        const { user = '', host = '' } = account ?? {};
        const server = { ...emptyDraft.server, host };
        const email = user.includes('@') ? user : '';
        get().change({ email, user, server, byHand: host !== '', folder });
      },
    };
  });
}
