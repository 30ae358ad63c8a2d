import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Account,
  Bridge,
  NoteKey,
  OpenedArchive,
  Output,
  ProviderPage,
} from '../../shared/contract.ts';
import { type AccountForm, accountForm, emptyForm, noWays, proofOf } from './account-form.ts';
import { unwanted } from './mailbox-tree.ts';
import { isInboxOnly, withKind } from './server-kind.ts';
import { type ServerSearch, ServerSearches, searchOf } from './server-search.ts';
import { emptyDraft, keepDraft, profileOf, recallDraft } from './setup-draft.ts';
import type { WindowServices } from './window-services.ts';

export const steps = ['who', 'what', 'where', 'start'] as const;
export type Step = (typeof steps)[number];

type Proposed = NonNullable<Output<'folders.propose'>>;

export interface SetupState extends AccountForm {
  readonly step: Step;
  /** What is to be known about the provider: under `provider` in the catalogue. */
  readonly noteKey: NoteKey | undefined;
  /** Where the person can do what the note says. */
  readonly page: ProviderPage | undefined;
  /** For the server of the address; undefined where none was made, or where it is filled in by hand. */
  readonly search: ServerSearch | undefined;
  /** Where the inbox of the address is to be had alone, where that is known. */
  readonly otherWay: Output<'accounts.guess'>['otherWay'];
  /** Where the archive may well be kept; undefined where no place suggests itself. */
  readonly proposed: Proposed | undefined;
  /** Finds the server of the address, unless it was filled in by hand. */
  guess(): Promise<void>;
  /** The server that was found elsewhere is the provider's. */
  agreeToServer(): void;
  /** Looks at the account and goes on to what is in it. */
  connect(): Promise<void>;
  /** Finds a place for this address, and takes it where none is chosen. */
  propose(): Promise<void>;
  goTo(step: Step): void;
  /** @returns the account that is set up now; undefined where it could not be saved */
  save(): Promise<Account | undefined>;
  startAnew(): void;
  /** Begins with what an archive says of its account; the person adds the password. */
  setUpAgain(archive: OpenedArchive): void;
}

/** There is something to sign in with. */
export function isReady({ draft, means, signInId, password }: SetupState): boolean {
  return draft.email !== '' && (means === 'provider' ? signInId !== undefined : password !== '');
}

export function createSetupStore(bridge: Bridge, services: WindowServices): StoreApi<SetupState> {
  return createStore<SetupState>((set, get) => {
    const start = {
      ...emptyForm,
      step: 'who' as Step,
      noteKey: undefined,
      page: undefined,
      search: undefined,
      otherWay: undefined,
      proposed: undefined,
    };
    const searches = new ServerSearches(bridge);
    /** Where a person has to say more before a password may leave. */
    const isUndecided = () =>
      !get().draft.byHand && ['elsewhere', 'closed', 'failed'].includes(get().search?.state ?? '');
    /** Whose archive it is going to be, once that is known. */
    const identity = () => {
      const { user, server } = get().draft;
      const { host, protocol } = server;
      return user === '' || host === '' ? undefined : { user, host, protocol };
    };
    const form = accountForm(bridge, {
      set,
      get,
      access() {
        const { server, user } = get().draft;
        return { server, user, ...proofOf(get()) };
      },
      identity,
      changed: draft => keepDraft(services, draft),
      goOn: () => get().connect(),
    });
    return {
      ...start,
      ...form,
      draft: recallDraft(services),
      change(part) {
        const { draft: before, proposed } = get();
        const isElsewhere = part.email !== undefined && part.email !== before.email;
        // What was only proposed goes with the address that it was proposed for.
        const folder = isElsewhere && before.folder === proposed?.path ? '' : before.folder;
        form.change({ folder, ...part });
        if (isElsewhere) set({ ...noWays, otherWay: undefined });
        if (isElsewhere || part.byHand) set({ search: undefined });
      },
      changeKind(kind) {
        const { otherWay, draft } = get();
        const isKnown = kind === 'pop3' && !draft.byHand && otherWay !== undefined;
        if (isKnown) get().change({ byHand: true, ...otherWay });
        else form.changeKind(kind);
      },
      async guess() {
        const { email, byHand } = get().draft;
        if (byHand || !/^[^@\s]+@[^@\s]+$/.test(email)) return;
        const before = get().search;
        if (before === undefined) set({ search: { state: 'looking' } });
        const found = await searches.find(email);
        const { draft } = get();
        if (draft.byHand || draft.email !== email) return;
        if (found === undefined) return set({ search: undefined });
        const { server, user, noteKey, page, otherWay } = found;
        // What was found out about the certificate belongs to this very server.
        const same = server.host === draft.server.host && server.port === draft.server.port;
        get().change({ user, server: same ? draft.server : server });
        const isAgreed = before?.state === 'found' && before.host === server.host;
        const search = isAgreed ? before : searchOf(found);
        set({ noteKey, page, search, otherWay });
        if (search.state === 'found' && get().ways === undefined) void get().findWays();
      },
      agreeToServer() {
        const { search: found } = get();
        if (found?.state !== 'elsewhere') return;
        set({ search: { ...found, state: 'found' } });
        void get().findWays();
      },
      async test() {
        // What is usual stands in the open settings: whoever goes on takes it.
        if (get().search?.state === 'failed') get().change({ byHand: true });
        set({ busy: true, failure: undefined });
        await get().guess();
        const isCancelled = !get().busy;
        if (isCancelled) return false;
        if (!isUndecided() && isReady(get())) return form.test();
        set({ busy: false });
        return false;
      },
      cancel() {
        searches.cancel();
        form.cancel();
      },
      async connect() {
        if (!(await get().test())) return;
        const mailboxes = await get().list();
        if (mailboxes === undefined) return;
        const { draft } = get();
        const leftOut = isInboxOnly(draft) ? undefined : (draft.leftOut ?? unwanted(mailboxes));
        get().change({ mailboxes, leftOut });
        set({ step: 'what' });
        void get().count();
      },
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
      goTo: step => set({ step, failure: undefined }),
      async save() {
        set({ busy: true, failure: undefined });
        const answer = await bridge.call('accounts.save', {
          profile: profileOf(get().draft),
          ...proofOf(get()),
        });
        set({ busy: false });
        if (answer.ok) return answer.value;
        set({ failure: answer.failure, failedAt: 'saving' });
        return undefined;
      },
      startAnew() {
        get().stopCounting();
        set({ ...start, draft: emptyDraft });
        keepDraft(services, undefined);
      },
      setUpAgain({ folder, account }) {
        set({ ...start, draft: emptyDraft });
        const { user = '', host = '', protocol = 'imap' } = account ?? {};
        const server = { ...withKind(emptyDraft.server, protocol), host };
        const email = user.includes('@') ? user : '';
        get().change({ email, user, server, byHand: host !== '', folder });
      },
    };
  });
}
