import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, CallName, Failure, RunState } from '../../shared/contract.ts';
import type { Surroundings } from './surroundings.ts';

type OnAccount = CallName &
  ('runs.pause' | 'runs.resume' | 'runs.stop' | 'archive.showFolder' | 'archive.saveReport');

export interface RunsState {
  /** The present or last run of each account. */
  readonly runs: Readonly<Record<string, RunState>>;
  /** Why the last thing a person asked for did not happen. */
  readonly failures: Readonly<Record<string, Failure>>;
  /** The account whose password the person is asked for, before its run can start. */
  readonly asking: string | undefined;
  ask(accountId: string | undefined): void;
  load(): Promise<void>;
  /** @returns true once the run goes */
  start(accountId: string, password?: string): Promise<boolean>;
  pause(accountId: string): Promise<void>;
  resume(accountId: string): Promise<void>;
  stop(accountId: string): Promise<void>;
  showFolder(accountId: string): Promise<void>;
  saveReport(accountId: string): Promise<void>;
}

/** The runs of all accounts. They go on without this window; it only shows them. */
export function createRunsStore(bridge: Bridge, surroundings: Surroundings): StoreApi<RunsState> {
  return createStore((set, get) => {
    const show = (run: RunState): void =>
      set(state => ({ runs: { ...state.runs, [run.accountId]: run } }));
    const say = (accountId: string, failure: Failure | undefined): void => {
      const { [accountId]: _, ...others } = get().failures;
      set({ failures: failure === undefined ? others : { ...others, [accountId]: failure } });
    };
    const tell = (name: OnAccount) => async (accountId: string) => {
      const answer = await bridge.call(name, { accountId });
      say(accountId, answer.ok ? undefined : answer.failure);
      if (answer.ok && answer.value?.download !== undefined) {
        surroundings.download(answer.value.download);
      }
    };
    bridge.subscribe('run.changed', show);
    return {
      runs: {},
      failures: {},
      asking: undefined,
      ask: asking => set({ asking }),
      async load() {
        const answer = await bridge.call('runs.list', undefined);
        if (!answer.ok) return;
        set({ runs: Object.fromEntries(answer.value.map(run => [run.accountId, run])) });
      },
      async start(accountId, password) {
        const answer = await bridge.call('runs.start', { accountId, password });
        say(accountId, answer.ok ? undefined : answer.failure);
        if (answer.ok) show(answer.value);
        return answer.ok;
      },
      pause: tell('runs.pause'),
      resume: tell('runs.resume'),
      stop: tell('runs.stop'),
      showFolder: tell('archive.showFolder'),
      saveReport: tell('archive.saveReport'),
    };
  });
}
