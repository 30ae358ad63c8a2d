import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract.ts';
import { placeHash } from '../../shared/model/place-hash.ts';

const accountTabs = ['report', 'history', 'check'] as const;
/** What an account's archive proves: its last run's report, what was done with it, a check of all its files. */
export type AccountTab = (typeof accountTabs)[number];

/** Where in the window a person is; one address each, so that a reload and the back key keep it. */
export type Place =
  | { readonly at: 'accounts' }
  | { readonly at: 'set-up' }
  /** `part`: what is to be seen at once. */
  | { readonly at: 'edit'; readonly accountId: string; readonly part?: EditPart }
  | { readonly at: 'run'; readonly accountId: string }
  | { readonly at: 'account'; readonly accountId: string; readonly tab: AccountTab }
  /** The folders on its server. */
  | { readonly at: 'folders'; readonly accountId: string }
  /** Of one account, or of `allAccounts`; the first one's where absent. */
  | { readonly at: 'library'; readonly accountId?: string }
  /** What is stored, in numbers: of one account, or of all. */
  | { readonly at: 'numbers'; readonly accountId?: string }
  /** One that was opened from its file. */
  | { readonly at: 'message'; readonly messageId: number }
  | { readonly at: 'help' }
  /** Every component of the window; in development alone there is something to see. */
  | { readonly at: 'components' }
  /** `report`: the diagnostic report is open in front of them. */
  | { readonly at: 'settings'; readonly report?: true };

const editParts = ['server', 'folders', 'place'] as const;
export type EditPart = (typeof editParts)[number];

export interface PlaceState {
  readonly place: Place;
  /** Whether the sheet of keys lies in front of it. */
  readonly shortcuts: boolean;
  go(place: Place): void;
  showShortcuts(shortcuts: boolean): void;
}

/** @param first where the window opens; the menu of the desktop app leads elsewhere */
export function createPlaceStore(bridge: Bridge, first: Place): StoreApi<PlaceState> {
  return createStore(set => {
    bridge.subscribe('place.asked', asked => set({ place: fromHash(placeHash(asked)) }));
    return {
      place: first,
      shortcuts: false,
      go: place => set({ place }),
      showShortcuts: shortcuts => set({ shortcuts }),
    };
  });
}

/** `#/run/<account>` and so on. */
export function toHash(place: Place): string {
  if (place.at === 'settings' && place.report) return '#/report';
  if (place.at === 'message') return placeHash({ place: 'message', messageId: place.messageId });
  if (place.at === 'account') return `#/account/${place.accountId}/${place.tab}`;
  const accountId = 'accountId' in place ? place.accountId : undefined;
  if (place.at === 'edit' && place.part !== undefined) return `#/edit/${accountId}/${place.part}`;
  return accountId === undefined ? `#/${place.at}` : `#/${place.at}/${accountId}`;
}

/** The place of an address; the accounts where it names none. */
export function fromHash(hash: string): Place {
  const [, at = '', accountId, view] =
    /^#\/([a-z-]+)(?:\/([a-z0-9-]{1,64})(?:\/([a-z]+))?)?$/.exec(hash) ?? [];
  if (at === 'account' && accountId !== undefined) {
    return { at, accountId, tab: accountTabs.find(each => each === view) ?? 'report' };
  }
  if (at === 'edit' && accountId !== undefined) {
    const part = editParts.find(each => each === view);
    return part === undefined ? { at, accountId } : { at, accountId, part };
  }
  if (view !== undefined) return { at: 'accounts' };
  if ((at === 'run' || at === 'folders') && accountId !== undefined) return { at, accountId };
  if (at === 'library' || at === 'numbers')
    return accountId === undefined ? { at } : { at, accountId };
  if (at === 'message' && /^\d{1,9}$/.test(accountId ?? ''))
    return { at, messageId: Number(accountId) };
  if (at === 'report') return { at: 'settings', report: true };
  if (at === 'set-up' || at === 'settings' || at === 'help' || at === 'components') return { at };
  return { at: 'accounts' };
}
