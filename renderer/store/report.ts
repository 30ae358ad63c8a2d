import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, ShownFailure } from '../../shared/contract.ts';
import type { WindowServices } from './window-services.ts';

/** The diagnostic report, as the person sees it before it is copied. */
export interface ReportState {
  /** Addresses and names of folders are in it. */
  readonly named: boolean;
  /** Undefined until it is made. */
  readonly text: string | undefined;
  readonly failure: ShownFailure | undefined;
  /** Undefined until the person asked for it. */
  readonly isCopied: boolean | undefined;
  load(named: boolean): Promise<void>;
  copy(): void;
}

export function createReportStore(bridge: Bridge, services: WindowServices): StoreApi<ReportState> {
  const none = { text: undefined, failure: undefined, isCopied: undefined };
  return createStore((set, get) => ({
    named: false,
    ...none,
    async load(named) {
      set({ named, ...none });
      const window = services.userAgent.slice(0, 500);
      const answer = await bridge.call('diagnostics.report', { named, window });
      // The box was ticked or cleared in between.
      if (get().named !== named) return;
      if (answer.ok) set({ text: answer.value.text });
      else set({ failure: answer.failure });
    },
    copy() {
      const { text } = get();
      if (text !== undefined) set({ isCopied: services.copy(text) });
    },
  }));
}
