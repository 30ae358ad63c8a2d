import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, MessageRow } from '../../shared/contract.ts';

/** Rows asked for at a time: a screen of them. */
const together = 50;
/** Milliseconds that the list must stand still: somebody who scrolls past reads nothing. */
const resting = 60;
/** More than anybody scrolls through in a while. */
const mostKept = 3_000;

interface Preview {
  /** The first words of the message. */
  readonly text: string;
  /** Messages of its conversation; absent where it was not asked for. */
  readonly count?: number | undefined;
}

interface InSight {
  /** Of one account or of several. */
  readonly rows: readonly MessageRow[];
  readonly conversations: boolean;
}

export interface PreviewsState {
  readonly known: ReadonlyMap<string, Preview>;
  /** Sees to it that these rows, and no others, get theirs. */
  need(inSight: InSight): void;
  of(row: MessageRow): Preview | undefined;
}

/** What the rows in sight show beside what the list has: it is read from their files. */
export function createPreviewsStore(bridge: Bridge): StoreApi<PreviewsState> {
  return createStore<PreviewsState>((set, get) => {
    let wanted: InSight | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    /** Accounts that are asked; one that does not answer keeps no other waiting. */
    const asking = new Set<string>();
    // Conversations grow while mail arrives.
    const counted = new Set<string>();
    bridge.subscribe('library.changed', () => counted.clear());

    function missing({ rows, conversations }: InSight): MessageRow[] {
      const { known } = get();
      return rows.filter(row => {
        const key = keyOf(row);
        return !known.has(key) || (conversations && !counted.has(key));
      });
    }

    function askAll(): void {
      const accounts = wanted === undefined ? [] : missing(wanted).map(row => row.accountId);
      for (const accountId of new Set(accounts)) void ask(accountId);
    }

    async function ask(accountId: string): Promise<void> {
      if (asking.has(accountId) || wanted === undefined) return;
      const { conversations } = wanted;
      const its = missing(wanted).filter(row => row.accountId === accountId);
      const rows = its.slice(0, together);
      if (rows.length === 0) return;
      asking.add(accountId);
      const ids = rows.map(({ id }) => id);
      const answer = await bridge.call('library.previews', { accountId, ids, conversations });
      asking.delete(accountId);
      // The list says what is wrong; a row without its words can be read all the same.
      if (!answer.ok) return;
      const found = new Map(answer.value.map(each => [each.id, each]));
      const known = new Map(get().known);
      for (const row of rows) {
        const key = keyOf(row);
        const { text = '', count = known.get(key)?.count } = found.get(row.id) ?? {};
        known.delete(key);
        known.set(key, { text, count });
        if (conversations) counted.add(key);
      }
      for (const oldest of known.keys()) {
        if (known.size <= mostKept) break;
        known.delete(oldest);
        counted.delete(oldest);
      }
      set({ known });
      void ask(accountId);
    }

    return {
      known: new Map(),
      need(inSight) {
        wanted = inSight;
        if (missing(inSight).length === 0) return;
        clearTimeout(waiting);
        waiting = setTimeout(askAll, resting);
      },
      of: row => get().known.get(keyOf(row)),
    };
  });
}

/** A file that takes another's place has another size. */
function keyOf({ accountId, id, size }: MessageRow): string {
  return `${accountId} ${id} ${size}`;
}
