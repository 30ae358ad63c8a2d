import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Output, Settings, ShownFailure } from '../../shared/contract.ts';
import { languageOf as oneOfOurs } from '../../shared/i18n/languages.ts';
import type { WindowServices } from './window-services.ts';

export interface SettingsState {
  readonly settings: Settings;
  /** Undefined until the process that does the work has answered. */
  readonly info: Output<'app.info'> | undefined;
  readonly failure: ShownFailure | undefined;
  load(): Promise<void>;
  change(part: Partial<Settings>): Promise<void>;
  /** In a browser: nothing is shown any more until somebody signs in. */
  signOut(): Promise<void>;
}

export function createSettingsStore(
  bridge: Bridge,
  services: WindowServices,
): StoreApi<SettingsState> {
  return createStore(set => {
    bridge.subscribe('settings.changed', settings => set({ settings }));
    return {
      settings: {
        language: 'system',
        theme: 'system',
        panes: [],
        density: 'comfortable',
        conversations: false,
        trace: false,
        updates: 'unasked',
      },
      info: undefined,
      failure: undefined,
      async load() {
        const [info, settings] = await Promise.all([
          bridge.call('app.info', undefined),
          bridge.call('settings.get', undefined),
        ]);
        if (info.ok) set({ info: info.value });
        if (settings.ok) set({ settings: settings.value, failure: undefined });
        else set({ failure: settings.failure });
      },
      async change(part) {
        // Shown at once; another window or a failure corrects it.
        set(state => ({ settings: { ...state.settings, ...part } }));
        const answer = await bridge.call('settings.set', part);
        if (answer.ok) set({ settings: answer.value, failure: undefined });
        else set({ failure: answer.failure });
      },
      signOut: () => services.signOut(),
    };
  });
}

/** The language around the window: a browser has its own, which need not be that of the computer behind it. */
export function languageAround(info: SettingsState['info'], ofBrowser: string): string {
  return info?.host === 'desktop' ? info.language : ofBrowser;
}

/**
 * The language to speak, as BCP 47 says it: the one chosen, else the system's where it is one of ours,
 * else English. Where the system speaks the same language, its region goes with it for dates.
 */
export function languageOf(settings: Settings, system: string): string {
  const [base = ''] = system.toLowerCase().split('-');
  const language = settings.language === 'system' ? oneOfOurs(system) : settings.language;
  return base === language ? system : language;
}
