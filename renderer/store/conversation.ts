import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Output } from '../../shared/contract.ts';

type Rows = Output<'library.conversation'>;

export interface ConversationState {
  /** Of the message that was followed last, oldest first; of none, or of a message alone, nothing. */
  readonly rows: Rows;
  /** Asks for the conversation of a message, where it is another one than the last. */
  follow(accountId: string, messageId: number): Promise<void>;
  leave(): void;
  has(accountId: string, messageId: number): boolean;
}

/** The conversation that the message in sight belongs to, over all accounts. */
export function createConversationStore(bridge: Bridge): StoreApi<ConversationState> {
  return createStore<ConversationState>((set, get) => {
    let followed: { accountId: string; messageId: number } | undefined;

    async function load(): Promise<void> {
      const mine = followed;
      if (mine === undefined) return;
      let isWhole = false;
      const ask = async (everywhere: boolean): Promise<void> => {
        const answer = await bridge.call('library.conversation', { ...mine, everywhere });
        if (mine !== followed || isWhole) return;
        isWhole = everywhere;
        // The message can be read without it.
        const rows = answer.ok && answer.value.length > 1 ? answer.value : [];
        // What the account has of it does not wait for the others.
        if (everywhere || get().rows.length === 0) set({ rows });
      };
      // Where something of it is seen already, that stays until all is there.
      const own = get().rows.length === 0 ? ask(false) : undefined;
      await Promise.all([own, ask(true)]);
    }

    bridge.subscribe('library.changed', () => void load());

    return {
      rows: [],
      async follow(accountId, messageId) {
        const isKnown = get().has(accountId, messageId);
        followed = { accountId, messageId };
        if (isKnown) return;
        set({ rows: [] });
        await load();
      },
      leave() {
        followed = undefined;
        set({ rows: [] });
      },
      has: (accountId, messageId) =>
        get().rows.some(row => row.accountId === accountId && row.id === messageId),
    };
  });
}
