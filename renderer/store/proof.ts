import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, CheckProgress, Output, ShownFailure } from '../../shared/contract.ts';
import type { WindowServices } from './window-services.ts';

/** Something that was asked for. */
export type Asked<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly failure: ShownFailure };

type Report = Output<'archive.report'>;
type History = Output<'archive.history'>;

export interface ProofState {
  /** By account, as they are in its archive. */
  readonly reports: Readonly<Record<string, Asked<Report>>>;
  readonly histories: Readonly<Record<string, Asked<History>>>;
  /** The present or last check of each account since the start. */
  readonly checks: Readonly<Record<string, CheckProgress>>;
  /** Why a check did not begin. */
  readonly refused: Readonly<Record<string, ShownFailure>>;
  /** What is shown stays until the new is there. */
  loadReport(accountId: string): Promise<void>;
  loadHistory(accountId: string): Promise<void>;
  loadChecks(): Promise<void>;
  check(accountId: string, server: boolean, password?: string): Promise<void>;
  stopCheck(accountId: string): Promise<void>;
  /** What the window shows, on paper. */
  print(): void;
}

/** What archives prove. Checks go on without this window; it only shows them. */
export function createProofStore(bridge: Bridge, services: WindowServices): StoreApi<ProofState> {
  return createStore((set, get) => {
    const show = (check: CheckProgress) =>
      set(state => ({ checks: { ...state.checks, [check.accountId]: check } }));
    bridge.subscribe('check.changed', show);
    bridge.onConnect?.(() => void get().loadChecks());
    return {
      reports: {},
      histories: {},
      checks: {},
      refused: {},
      async loadReport(accountId) {
        const answer = await bridge.call('archive.report', { accountId });
        set(({ reports }) => ({ reports: { ...reports, [accountId]: asked(answer) } }));
      },
      async loadHistory(accountId) {
        const answer = await bridge.call('archive.history', { accountId });
        set(({ histories }) => ({ histories: { ...histories, [accountId]: asked(answer) } }));
      },
      async loadChecks() {
        const answer = await bridge.call('archive.checks', undefined);
        if (!answer.ok) return;
        set({ checks: Object.fromEntries(answer.value.map(check => [check.accountId, check])) });
      },
      async check(accountId, server, password) {
        const answer = await bridge.call('archive.check', { accountId, server, password });
        const { [accountId]: _, ...others } = get().refused;
        set({ refused: answer.ok ? others : { ...others, [accountId]: answer.failure } });
        // What was heard of it in the meantime is newer.
        if (answer.ok && get().checks[accountId]?.startedAt !== answer.value.startedAt) {
          show(answer.value);
        }
      },
      async stopCheck(accountId) {
        await bridge.call('archive.stopCheck', { accountId });
      },
      print: () => services.print(),
    };
  });
}

function asked<Value>(
  answer:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly failure: ShownFailure },
): Asked<Value> {
  return answer.ok
    ? { status: 'ready', value: answer.value }
    : { status: 'failed', failure: answer.failure };
}
