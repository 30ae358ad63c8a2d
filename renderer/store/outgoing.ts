import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Answer,
  Bridge,
  ChosenMessages,
  ExportKind,
  ExportState,
  ShownFailure,
} from '../../shared/contract.ts';
import { byAccount, type MessageRef } from './selection.ts';
import type { WindowServices } from './window-services.ts';

/** What is done with one message; what failed can be tried again. */
export type MessageAct = 'saveFile' | 'savePdf' | 'printPaper' | 'reply';

export interface OutgoingState {
  /** Newest last; those that the person has seen to the end are gone. */
  readonly exports: readonly ExportState[];
  /** What goes on with one message. */
  readonly act: MessageAct | undefined;
  /** Of the message that it was tried with; of several without. */
  readonly failure: { readonly of: MessageRef | undefined; readonly why: ShownFailure } | undefined;
  load(): Promise<void>;
  /** @param remote with the pictures from elsewhere that the person allowed for it */
  handOut(act: MessageAct, of: MessageRef, remote: boolean): Promise<void>;
  drag(refs: readonly MessageRef[]): Promise<void>;
  start(chosen: ChosenMessages, as: ExportKind): Promise<void>;
  stop(exportId: string): Promise<void>;
  show(exportId: string): Promise<void>;
  dismiss(exportId: string): void;
  forgetFailure(): void;
}

/** Messages on their way to the person's own places. */
export function createOutgoingStore(
  bridge: Bridge,
  services: WindowServices,
): StoreApi<OutgoingState> {
  return createStore<OutgoingState>((set, get) => {
    const dismissed = new Set<string>();
    const show = (state: ExportState) => {
      if (dismissed.has(state.exportId)) return;
      const others = get().exports.filter(({ exportId }) => exportId !== state.exportId);
      const at = get().exports.findIndex(({ exportId }) => exportId === state.exportId);
      set({ exports: at < 0 ? [...others, state] : others.toSpliced(at, 0, state) });
    };
    bridge.subscribe('export.changed', show);
    bridge.onConnect?.(() => void get().load());

    function keep<Value>(answer: Answer<Value>, of?: MessageRef): Value | undefined {
      if (answer.ok) return answer.value;
      set({ failure: { of, why: answer.failure } });
      return undefined;
    }

    async function act(what: MessageAct, of: MessageRef, remote: boolean): Promise<void> {
      if (what === 'saveFile' || what === 'savePdf') {
        const answer =
          what === 'saveFile'
            ? await bridge.call('library.saveMessage', of)
            : await bridge.call('library.savePdf', { ...of, remote });
        const download = keep(answer, of)?.download;
        if (download !== undefined) services.download(download);
      } else if (what === 'printPaper') {
        const page = keep(await bridge.call('library.print', { ...of, remote }), of)?.page;
        if (page !== undefined) services.printPage(page);
      } else {
        const address = keep(await bridge.call('library.reply', of), of)?.address;
        if (address !== undefined) services.write(address);
      }
    }

    return {
      exports: [],
      act: undefined,
      failure: undefined,
      async load() {
        const answer = await bridge.call('exports.list', undefined);
        if (answer.ok) for (const state of answer.value) show(state);
      },
      async handOut(what, of, remote) {
        if (get().act !== undefined) return;
        set({ act: what, failure: undefined });
        await act(what, of, remote);
        set({ act: undefined });
      },
      async drag(refs) {
        set({ failure: undefined });
        keep(await bridge.call('library.drag', { messages: byAccount(refs) }));
      },
      async start(chosen, as) {
        set({ failure: undefined });
        const started = keep(await bridge.call('exports.start', { chosen, as }));
        if (started?.download !== undefined) services.download(started.download);
      },
      async stop(exportId) {
        keep(await bridge.call('exports.stop', { exportId }));
      },
      async show(exportId) {
        keep(await bridge.call('exports.show', { exportId }));
      },
      dismiss(exportId) {
        dismissed.add(exportId);
        set({ exports: get().exports.filter(each => each.exportId !== exportId) });
      },
      forgetFailure: () => set({ failure: undefined }),
    };
  });
}
