import { createContext, useContext } from 'react';
import type { Bridge } from '../../shared/contract.ts';
import { createAccountsStore } from './accounts.ts';
import { createFolderBrowserStore } from './folder-browser.ts';
import { createLibraryStore } from './library.ts';
import { createMessageStore } from './message.ts';
import { createPlaceStore, type Place } from './place.ts';
import { createProofStore } from './proof.ts';
import { createReportStore } from './report.ts';
import { createRunsStore } from './runs.ts';
import { createSettingsStore } from './settings.ts';
import { createSetupStore } from './setup.ts';
import type { WindowServices } from './window-services.ts';

/** All that the window knows, and what it can ask for. */
export function createStores(bridge: Bridge, services: WindowServices, place: Place) {
  const settings = createSettingsStore(bridge, services);
  return {
    accounts: createAccountsStore(bridge),
    folders: createFolderBrowserStore(bridge, () => settings.getState().info?.host === 'desktop'),
    library: createLibraryStore(bridge),
    message: createMessageStore(bridge, services),
    place: createPlaceStore(bridge, place),
    proof: createProofStore(bridge, services),
    report: createReportStore(bridge, services),
    runs: createRunsStore(bridge, services),
    settings,
    setup: createSetupStore(bridge, services),
  };
}

export type Stores = ReturnType<typeof createStores>;

const StoresContext = createContext<Stores | undefined>(undefined);
export const StoresProvider = StoresContext.Provider;

/** The stores, to follow with `useStore` and to act upon. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === undefined) throw new Error('outside of StoresProvider');
  return stores;
}
