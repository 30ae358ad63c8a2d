import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { AccountsPage } from './features/accounts/accounts-page.tsx';
import { SetupPage } from './features/accounts/setup-page.tsx';
import { LibraryPage } from './features/library/library-page.tsx';
import { MessagePage } from './features/library/message-page.tsx';
import { PasswordDialog } from './features/runs/password-dialog.tsx';
import { RunPage } from './features/runs/run-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import type { Place } from './store/place.ts';
import { useStores } from './store/stores.ts';
import { Icon, type IconName } from './ui/feedback/icon.tsx';
import { useWords } from './words/use-words.ts';

const tabs = ['accounts', 'library', 'settings'] as const satisfies readonly IconName[];

/** The window: three places, and the one that is open. */
export function App(): ReactElement {
  const { t } = useWords();
  const stores = useStores();
  const { place, go } = useStore(stores.place);
  const present = tabOf(place);
  return (
    <div className="app">
      <button
        type="button"
        className="app-skip"
        onClick={() => document.getElementById('content')?.focus()}
      >
        {t('skip')}
      </button>
      <nav className="app-places" aria-label={t('places.label')}>
        <p className="app-name" aria-hidden="true">
          Mailstow
        </p>
        <ul>
          {tabs.map(tab => (
            <li key={tab}>
              <button
                type="button"
                className="app-place"
                aria-current={present === tab ? 'page' : undefined}
                onClick={() => go({ at: tab })}
              >
                <Icon name={tab} />
                <span>{t(`places.${tab}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" className="app-content" tabIndex={-1}>
        <Content place={place} />
      </main>
      <PasswordDialog />
    </div>
  );
}

function tabOf({ at }: Place): (typeof tabs)[number] {
  if (at === 'run' || at === 'set-up') return 'accounts';
  return at === 'message' ? 'library' : at;
}

function Content({ place }: { readonly place: Place }): ReactElement {
  switch (place.at) {
    case 'accounts':
      return <AccountsPage />;
    case 'set-up':
      return <SetupPage />;
    case 'run':
      return <RunPage key={place.accountId} accountId={place.accountId} />;
    case 'library':
      return <LibraryPage accountId={place.accountId} />;
    case 'message':
      return <MessagePage key={place.messageId} messageId={place.messageId} />;
    case 'settings':
      return <SettingsPage report={place.report === true} />;
  }
}
