import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Output, ShownFailure } from '../../shared/contract.ts';

/** What can be chosen. */
export type Wanted =
  | 'archive-folder'
  | 'existing-archive'
  | 'certificate-file'
  | 'certificate-folder';

export interface FolderBrowserState {
  /** What the person is about to choose in the window; undefined while nothing is. */
  readonly wanted: Wanted | undefined;
  /** The folder looked at. */
  readonly here: Output<'certificates.browse'> | undefined;
  readonly failure: ShownFailure | undefined;
  /**
   * Lets the person choose: in the system's own dialog, or in the window where there is none.
   * @param start where to begin; without it, where the person is most likely at home
   * @returns the absolute path; undefined where the person thought better of it
   */
  choose(wanted: Wanted, start: string | undefined): Promise<string | undefined>;
  /** @param path the usual start where it is left out */
  look(path: string | undefined): Promise<void>;
  create(name: string): Promise<void>;
  use(path: string): void;
  close(): void;
}

function isForArchive(wanted: Wanted): wanted is 'archive-folder' | 'existing-archive' {
  return wanted === 'archive-folder' || wanted === 'existing-archive';
}

/** @param hasDialogs whether the system's own dialogs are at hand */
export function createFolderBrowserStore(
  bridge: Bridge,
  hasDialogs: () => boolean,
): StoreApi<FolderBrowserState> {
  return createStore((set, get) => {
    const closed = { wanted: undefined, here: undefined, failure: undefined };
    let settle: (path: string | undefined) => void = () => undefined;
    const end = (path: string | undefined): void => {
      set(closed);
      settle(path);
    };

    async function askSystem(wanted: Wanted, start: string | undefined) {
      const answer = await (isForArchive(wanted)
        ? bridge.call('folders.choose', { start })
        : bridge.call('certificates.choose', {
            what: wanted === 'certificate-file' ? 'file' : 'folder',
            start,
          }));
      if (answer.ok) return answer.value ?? undefined;
      set({ wanted, failure: answer.failure });
      return undefined;
    }

    async function browse(wanted: Wanted, path: string | undefined) {
      if (!isForArchive(wanted)) return bridge.call('certificates.browse', { path });
      const answer = await bridge.call('folders.browse', { path });
      return answer.ok ? { ...answer, value: { ...answer.value, files: [] } } : answer;
    }

    async function look(path: string | undefined): Promise<void> {
      const { wanted, here } = get();
      if (wanted === undefined) return;
      const answer = await browse(wanted, path);
      if (get().wanted !== wanted) return;
      if (answer.ok) return set({ here: answer.value, failure: undefined });
      // A folder that was there last time may be gone; the usual start is better than a dead end.
      if (path !== undefined && here === undefined) return look(undefined);
      set({ failure: answer.failure });
    }

    return {
      ...closed,
      choose(wanted, start) {
        end(undefined);
        if (hasDialogs()) return askSystem(wanted, start);
        const { promise, resolve } = Promise.withResolvers<string | undefined>();
        settle = resolve;
        set({ wanted });
        void look(start);
        return promise;
      },
      look,
      async create(name) {
        const { here } = get();
        if (here === undefined) return;
        const answer = await bridge.call('folders.create', { parent: here.path, name });
        if (answer.ok) await look(answer.value);
        else set({ failure: answer.failure });
      },
      use: path => end(path),
      close: () => end(undefined),
    };
  });
}
