import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Message, Output, ShownFailure } from '../../shared/contract.ts';
import type { Query } from '../../shared/search/query.ts';
import type { WindowServices } from './window-services.ts';

export const views = ['page', 'text', 'headers', 'source'] as const;
export type View = (typeof views)[number];

export interface MessageState {
  readonly accountId: string | undefined;
  readonly messageId: number | undefined;
  readonly message: Message | undefined;
  readonly status: 'none' | 'loading' | 'ready' | 'failed';
  readonly failure: ShownFailure | undefined;
  /** Pictures from elsewhere are shown. */
  readonly remote: boolean;
  readonly view: View;
  readonly source: Output<'library.source'> | undefined;
  /** What the message was found by; nothing where it was not looked for. */
  readonly query: Query;
  /** How often that is in its attachments. */
  readonly inside: Output<'library.matchesInside'>;
  open(accountId: string, messageId: number, query?: Query): Promise<void>;
  close(): void;
  /** Loads what the message asks for from elsewhere, for this message alone. */
  allowRemote(): Promise<void>;
  show(view: View): Promise<void>;
  saveAttachment(index: number): Promise<void>;
  openAttachment(index: number): Promise<void>;
  showFile(): Promise<void>;
}

interface Place {
  readonly accountId: string;
  readonly messageId: number;
}

/** The message that is being read. */
export function createMessageStore(
  bridge: Bridge,
  services: WindowServices,
): StoreApi<MessageState> {
  return createStore<MessageState>((set, get) => {
    const none = { message: undefined, source: undefined, failure: undefined, inside: [] };
    const here = (): Place | undefined => {
      const { accountId, messageId } = get();
      if (accountId === undefined || messageId === undefined) return undefined;
      return { accountId, messageId };
    };
    // Messages of two accounts may have one number.
    const isHere = ({ accountId, messageId }: Place): boolean =>
      get().accountId === accountId && get().messageId === messageId;

    // Somebody who holds an arrow key down passes messages that nobody needs to read for them.
    let loading = false;

    async function load(remote: boolean): Promise<void> {
      const place = here();
      if (place === undefined || loading) return;
      loading = true;
      const { query } = get();
      const sought = query.length === 0 ? {} : { query };
      const answer = await bridge.call('library.message', { ...place, remote, ...sought });
      loading = false;
      if (here() === undefined) return;
      if (!isHere(place) || get().query !== query) return load(false);
      if (!answer.ok) return set({ status: 'failed', failure: answer.failure });
      const message = answer.value;
      const view = get().view === 'page' && message.page === undefined ? 'text' : get().view;
      set({ message, remote, status: 'ready', failure: undefined, view });
      if (query.length > 0 && message.attachments.length > 0) await lookInside(query);
    }

    async function lookInside(query: Query): Promise<void> {
      const place = here();
      if (place === undefined) return;
      const answer = await bridge.call('library.matchesInside', { ...place, query });
      // The message can be read without it.
      if (answer.ok && get().query === query && isHere(place)) set({ inside: answer.value });
    }

    return {
      accountId: undefined,
      messageId: undefined,
      ...none,
      remote: false,
      status: 'none',
      view: 'page',
      query: [],
      open(accountId, messageId, query = []) {
        set({ ...none, accountId, messageId, query, status: 'loading', view: 'page' });
        return load(false);
      },
      close: () => set({ ...none, messageId: undefined, query: [], status: 'none' }),
      allowRemote: () => load(true),
      async show(view) {
        set({ view });
        const place = here();
        if (view !== 'source' || place === undefined || get().source !== undefined) return;
        const answer = await bridge.call('library.source', place);
        if (!isHere(place)) return;
        set(answer.ok ? { source: answer.value } : { failure: answer.failure });
      },
      async saveAttachment(index) {
        const place = here();
        if (place === undefined) return;
        const answer = await bridge.call('library.saveAttachment', { ...place, index });
        if (!answer.ok) return set({ failure: answer.failure });
        if (answer.value.download !== undefined) services.download(answer.value.download);
      },
      async openAttachment(index) {
        const place = here();
        if (place === undefined) return;
        const answer = await bridge.call('library.openAttachment', { ...place, index });
        set({ failure: answer.ok ? undefined : answer.failure });
      },
      async showFile() {
        const place = here();
        if (place === undefined) return;
        const answer = await bridge.call('library.showFile', place);
        set({ failure: answer.ok ? undefined : answer.failure });
      },
    };
  });
}
