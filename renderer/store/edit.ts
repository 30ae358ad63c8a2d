import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Account,
  type Bridge,
  isSameAccess,
  type ShownFailure,
} from '../../shared/contract.ts';
import { type AccountForm, accountForm, emptyForm, proofOf } from './account-form.ts';
import { knownMailboxes } from './known-mailboxes.ts';
import { isInboxOnly } from './server-kind.ts';
import { type Draft, draftOf, emptyDraft, profileOf } from './setup-draft.ts';
import { Wait } from './wait.ts';
import type { WindowServices } from './window-services.ts';

export interface EditState extends AccountForm {
  /** As it is saved; undefined while none is edited. */
  readonly account: Account | undefined;
  /** Where the folders that are shown come from. */
  readonly foldersFrom: 'archive' | 'server';
  /** The server is asked for its folders. */
  readonly listing: boolean;
  /** Why they could not be had from there. */
  readonly listFailure: ShownFailure | undefined;
  /** Begins, or goes on where the window before was left. */
  open(account: Account): Promise<void>;
  /** Asks the server for its folders. */
  load(): Promise<void>;
  stopLoading(): void;
  /** Tests what has changed of the connection, then saves. @returns whether it is saved */
  save(): Promise<boolean>;
  /** Saves although the connection does not work now. */
  saveUntested(): Promise<boolean>;
  /** Forgets what was changed. */
  leave(): void;
}

/** Whether there is anything to save. */
export function isChanged(state: EditState): boolean {
  const { account, draft } = state;
  if (account === undefined) return false;
  return isProved(state) || textOf(draft) !== textOf(draftOf(account.profile));
}

/** Whether the password is to be typed again: it goes to no server that it was not typed for. */
export function asksPassword({ account, draft }: EditState): boolean {
  return account !== undefined && !isSameAccess(account.profile, draft);
}

export function createEditStore(bridge: Bridge, services: WindowServices): StoreApi<EditState> {
  return createStore<EditState>((set, get) => {
    const start = {
      ...emptyForm,
      account: undefined,
      draft: emptyDraft,
      foldersFrom: 'archive',
      listing: false,
      listFailure: undefined,
    } as const;
    const listing = new Wait(bridge);
    const access = () => {
      const { account, draft } = get();
      const { server, user } = draft;
      return {
        server,
        user,
        ...(account !== undefined && { accountId: account.id }),
        ...proofOf(get()),
      };
    };
    const form = accountForm(bridge, {
      set,
      get,
      access,
      // The archive bears the name under which it was made; one that moves is asked about by its next run.
      identity() {
        const { account } = get();
        if (account === undefined) return undefined;
        const { user, server } = account.profile;
        return { user, host: server.host, protocol: server.protocol };
      },
      changed: draft => keep(services, get().account, draft),
      goOn: () => get().save(),
    });
    return {
      ...start,
      ...form,
      async open(account) {
        if (get().account?.id === account.id) return;
        const kept = recall(services, account);
        get().leave();
        const draft = { ...draftOf(account.profile), ...kept };
        const means = account.signedInBy === undefined ? 'password' : 'provider';
        set({ account, draft, means });
        if (kept !== undefined) keep(services, account, draft);
        const stored = await bridge.call('library.mailboxes', { accountId: account.id });
        if (get().account?.id !== account.id || get().foldersFrom === 'server') return;
        const mailboxes = knownMailboxes(stored.ok ? stored.value : [], draft.leftOut ?? []);
        set({ draft: { ...get().draft, mailboxes } });
      },
      async load() {
        // Its one mailbox is known, and whoever asks for it keeps a run away from it.
        if (isInboxOnly(get().draft)) return;
        set({ listing: true, listFailure: undefined });
        const answer = await listing.ask('accounts.mailboxes', access());
        if (answer === undefined) return;
        set({ listing: false });
        if (!answer.ok) return set({ listFailure: answer.failure });
        set({ draft: { ...get().draft, mailboxes: answer.value }, foldersFrom: 'server' });
        await get().count();
      },
      stopLoading() {
        listing.cancel();
        set({ listing: false });
      },
      async save() {
        if (!needsTest(get()) || (await get().test())) return get().saveUntested();
        return false;
      },
      async saveUntested() {
        const { account, draft } = get();
        if (account === undefined) return false;
        set({ busy: true, failure: undefined });
        const answer = await bridge.call('accounts.save', {
          id: account.id,
          profile: profileOf(draft),
          ...proofOf(get()),
        });
        if (answer.ok) {
          get().leave();
          return true;
        }
        const failedAt = answer.failure.code === 'folder-not-allowed' ? 'folder' : 'saving';
        set({ busy: false, failure: answer.failure, failedAt });
        return false;
      },
      leave() {
        get().cancel();
        get().stopLoading();
        get().stopCounting();
        keep(services, undefined, emptyDraft);
        set(start);
      },
    };
  });
}

/** The connection is another one, or what it is vouched for by; a new password is tried as well. */
function needsTest(state: EditState): boolean {
  const { account, draft } = state;
  const certificates = ({ server }: Pick<Draft, 'server'>) => [
    server.certificateFile,
    server.certificateFolder,
    server.trustedCertificate,
  ];
  return (
    isProved(state) ||
    asksPassword(state) ||
    (account !== undefined && `${certificates(account.profile)}` !== `${certificates(draft)}`)
  );
}

/** The person typed a password, or signed in again. */
function isProved(state: EditState): boolean {
  return Object.keys(proofOf(state)).length > 0;
}

function textOf(draft: Draft): string {
  const profile = profileOf(draft);
  return JSON.stringify({ ...profile, leftOut: profile.leftOut.toSorted() });
}

const key = 'edit';

/** Keeps what was changed, so that closing the window half-way loses nothing but the password. */
function keep({ memory }: WindowServices, account: Account | undefined, draft: Draft): void {
  const kept = account && JSON.stringify({ id: account.id, draft: { ...draft, mailboxes: [] } });
  memory.write(key, kept);
}

function recall({ memory }: WindowServices, { id }: Account): Partial<Draft> | undefined {
  try {
    const kept: unknown = JSON.parse(memory.read(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || kept.id !== id)
      return undefined;
    return 'draft' in kept && typeof kept.draft === 'object' ? { ...kept.draft } : undefined;
  } catch {
    return undefined;
  }
}
