import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, CallName, RunChange, RunState, ShownFailure } from '../../shared/contract.ts';
import { withChange } from './run-change.ts';
import type { WindowServices } from './window-services.ts';

type OnAccount = CallName &
  ('runs.pause' | 'runs.resume' | 'runs.stop' | 'archive.showFolder' | 'archive.saveReport');

/** What the person said of a run that could not go on without it. */
interface How {
  /** The account has a new server or user name. */
  readonly moved?: true;
  /** The archive is gone: everything is downloaded again. */
  readonly anew?: true;
}

export interface RunsState {
  /** The present or last run of each account. */
  readonly runs: Readonly<Record<string, RunState>>;
  /** Why the last thing a person asked for did not happen. */
  readonly failures: Readonly<Record<string, ShownFailure>>;
  /** The account whose password the person is asked for, before its run can start. A provider asks on its own page. */
  readonly asking: string | undefined;
  /** Of the run that starts with it. */
  readonly how: How | undefined;
  ask(accountId: string | undefined, how?: How): void;
  load(): Promise<void>;
  /** @returns true once the run goes */
  start(accountId: string, password?: string, how?: How): Promise<boolean>;
  pause(accountId: string): Promise<void>;
  resume(accountId: string): Promise<void>;
  stop(accountId: string): Promise<void>;
  showFolder(accountId: string): Promise<void>;
  saveReport(accountId: string): Promise<void>;
}

export interface RunQuestions {
  /** A run was not begun because the archive is gone; the person is asked for it. */
  onMissing(accountId: string): void;
  /** @returns whether the account is signed in to with its provider: the person is asked there, and then the run starts */
  signIn(accountId: string, how: How | undefined): boolean;
}

/** The runs of all accounts. They go on without this window; it only shows them. */
export function createRunsStore(
  bridge: Bridge,
  services: WindowServices,
  { onMissing, signIn }: RunQuestions,
): StoreApi<RunsState> {
  return createStore((set, get) => {
    const show = (run: RunState): void =>
      set(state => ({
        runs: { ...state.runs, [run.accountId]: newer(state.runs[run.accountId], run) },
      }));
    let loading: Promise<void> | undefined;
    let hasMissed = false;
    /** Asks for all of it; once more where something was missed in the meantime. */
    const load = async (): Promise<void> => {
      do {
        hasMissed = false;
        const answer = await bridge.call('runs.list', undefined);
        if (!answer.ok) return;
        const { runs } = get();
        set({
          runs: Object.fromEntries(
            answer.value.map(run => [run.accountId, newer(runs[run.accountId], run)]),
          ),
        });
      } while (hasMissed);
    };
    const reload = (): Promise<void> => {
      hasMissed = true;
      loading ??= load().finally(() => {
        loading = undefined;
      });
      return loading;
    };
    const hear = (change: RunChange): void => {
      const known = get().runs[change.accountId];
      const run = withChange(known, change);
      if (run === undefined) void reload();
      else if (run !== known) show(run);
    };
    const say = (accountId: string, failure: ShownFailure | undefined): void => {
      const { [accountId]: _, ...others } = get().failures;
      set({ failures: failure === undefined ? others : { ...others, [accountId]: failure } });
    };
    const tell = (name: OnAccount) => async (accountId: string) => {
      const answer = await bridge.call(name, { accountId });
      say(accountId, answer.ok ? undefined : answer.failure);
      if (answer.ok && answer.value?.download !== undefined) {
        services.download(answer.value.download);
      }
    };
    bridge.subscribe('run.changed', hear);
    bridge.onConnect?.(() => void reload());
    return {
      runs: {},
      failures: {},
      asking: undefined,
      how: undefined,
      ask(asking, how) {
        if (asking === undefined || !signIn(asking, how)) set({ asking, how });
      },
      load: reload,
      async start(accountId, password, how) {
        const answer = await bridge.call('runs.start', { accountId, password, ...how });
        const isMissing = !answer.ok && answer.failure.code === 'archive-folder-missing';
        say(accountId, answer.ok || isMissing ? undefined : answer.failure);
        if (isMissing) onMissing(accountId);
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

/** An answer may be older than what was heard while it was on its way. */
function newer(known: RunState | undefined, told: RunState): RunState {
  const isSame = known?.startedAt === told.startedAt;
  return known !== undefined && isSame && known.revision > told.revision ? known : told;
}
