import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Message, Output, ShownFailure } from '../../shared/contract.ts';
import type { WindowServices } from './window-services.ts';

export const views = ['page', 'text', 'headers', 'source'] as const;
export type View = (typeof views)[number];

export interface MessageState {
  readonly accountId: string | undefined;
  readonly messageId: number | undefined;
  readonly message: Message | undefined;
  readonly status: 'none' | 'loading' | 'ready' | 'failed';
  readonly failure: ShownFailure | undefined;
  readonly view: View;
  readonly source: Output<'library.source'> | undefined;
  open(accountId: string, messageId: number): Promise<void>;
  close(): void;
  /** Loads what the message asks for from elsewhere, for this message alone. */
  allowRemote(): Promise<void>;
  show(view: View): Promise<void>;
  saveAttachment(index: number): Promise<void>;
  openAttachment(index: number): Promise<void>;
  showFile(): Promise<void>;
}

/** The message that is being read. */
export function createMessageStore(
  bridge: Bridge,
  services: WindowServices,
): StoreApi<MessageState> {
  return createStore<MessageState>((set, get) => {
    const none = { message: undefined, source: undefined, failure: undefined };
    const here = () => {
      const { accountId, messageId } = get();
      if (accountId === undefined || messageId === undefined) return undefined;
      return { accountId, messageId };
    };
    const isHere = (messageId: number): boolean => get().messageId === messageId;

    // Somebody who holds an arrow key down passes messages that nobody needs to read for them.
    let loading = false;

    async function load(remote: boolean): Promise<void> {
      const place = here();
      if (place === undefined || loading) return;
      loading = true;
      const answer = await bridge.call('library.message', { ...place, remote });
      loading = false;
      if (here() !== undefined && !isHere(place.messageId)) return load(false);
      if (here() === undefined) return;
      if (!answer.ok) return set({ status: 'failed', failure: answer.failure });
      const message = answer.value;
      const view = get().view === 'page' && message.page === undefined ? 'text' : get().view;
      set({ message, status: 'ready', failure: undefined, view });
    }

    return {
      accountId: undefined,
      messageId: undefined,
      ...none,
      status: 'none',
      view: 'page',
      open(accountId, messageId) {
        set({ ...none, accountId, messageId, status: 'loading', view: 'page' });
        return load(false);
      },
      close: () => set({ ...none, messageId: undefined, status: 'none' }),
      allowRemote: () => load(true),
      async show(view) {
        set({ view });
        const place = here();
        if (view !== 'source' || place === undefined || get().source !== undefined) return;
        const answer = await bridge.call('library.source', place);
        if (!isHere(place.messageId)) return;
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
