import { createContext, useContext } from 'react';
import type { Bridge } from '../../shared/contract.ts';
import { createAccountsStore } from './accounts.ts';
import { createArchivesStore } from './archives.ts';
import { createCloseUpStore } from './close-up.ts';
import { createConversationStore } from './conversation.ts';
import { createEditStore } from './edit.ts';
import { createFolderBrowserStore } from './folder-browser.ts';
import { createLibraryStore } from './library.ts';
import { createMessageStore } from './message.ts';
import { createNumbersStore } from './numbers.ts';
import { createOutgoingStore } from './outgoing.ts';
import { createPlaceStore, type Place } from './place.ts';
import { createPreviewsStore } from './previews.ts';
import { createProofStore } from './proof.ts';
import { createReportStore } from './report.ts';
import { needsPassword } from './run-progress.ts';
import { createRunsStore } from './runs.ts';
import { createSearchStore } from './search.ts';
import { createSearchIndexesStore } from './search-indexes.ts';
import { createSelectionStore } from './selection.ts';
import { createServerFindsStore } from './server-finds.ts';
import { createServerFoldersStore } from './server-folders.ts';
import { createServerLookStore } from './server-look.ts';
import { createSettingsStore } from './settings.ts';
import { createSetupStore } from './setup.ts';
import { createSignInStore } from './sign-in.ts';
import { createWatchesStore } from './watches.ts';
import { createWhereaboutsStore } from './whereabouts.ts';
import type { WindowServices } from './window-services.ts';

/** All that the window knows, and what it can ask for. */
export function createStores(bridge: Bridge, services: WindowServices, place: Place) {
  const settings = createSettingsStore(bridge, services);
  const accounts = createAccountsStore(bridge);
  const signIn = createSignInStore(bridge, services);
  const runs = createRunsStore(bridge, services, {
    onMissing: id => whereabouts.getState().ask(id),
    signIn(id, how) {
      const account = accounts.getState().accounts.find(each => each.id === id);
      if (account?.signedInBy === undefined) return false;
      void signIn.getState().again(account, async () => {
        const isStarted = await runs.getState().start(id, undefined, how);
        if (isStarted) placeStore.getState().go({ at: 'run', accountId: id });
      });
      return true;
    },
  });
  const library = createLibraryStore(bridge);
  const search = createSearchStore(bridge);
  settings.subscribe(state => void library.getState().group(state.settings.conversations));
  const placeStore = createPlaceStore(bridge, place);
  const whereabouts = createWhereaboutsStore(bridge, id => {
    const account = accounts.getState().accounts.find(each => each.id === id);
    const { ask, start, runs: known } = runs.getState();
    if (account === undefined) return;
    if (needsPassword(account, known[id])) ask(id);
    else void start(id);
  });
  return {
    accounts,
    archives: createArchivesStore(bridge),
    closeUp: createCloseUpStore(bridge, services),
    conversation: createConversationStore(bridge),
    edit: createEditStore(bridge, services),
    folders: createFolderBrowserStore(bridge, () => settings.getState().info?.host === 'desktop'),
    library,
    message: createMessageStore(bridge, services),
    outgoing: createOutgoingStore(bridge, services),
    numbers: createNumbersStore(bridge),
    place: placeStore,
    previews: createPreviewsStore(bridge),
    proof: createProofStore(bridge, services),
    report: createReportStore(bridge, services),
    runs,
    search,
    searchIndexes: createSearchIndexesStore(bridge),
    selection: createSelectionStore(bridge),
    serverFinds: createServerFindsStore(bridge, { search, accounts, runs }),
    serverFolders: createServerFoldersStore(bridge),
    serverLook: createServerLookStore(bridge),
    settings,
    setup: createSetupStore(bridge, services),
    signIn,
    watches: createWatchesStore(bridge),
    whereabouts,
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
