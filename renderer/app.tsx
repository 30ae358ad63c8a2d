import { lazy, type ReactElement, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStore } from 'zustand';
import { AccountsPage } from './features/accounts/accounts-page.tsx';
import { EditPage } from './features/accounts/edit-page.tsx';
import { FolderBrowser } from './features/accounts/folder-browser.tsx';
import { ServerDialog } from './features/accounts/server-dialog.tsx';
import { SetupPage } from './features/accounts/setup-page.tsx';
import { WhereIsIt } from './features/accounts/where-is-it.tsx';
import { HelpPage } from './features/help/help-page.tsx';
import { Shortcuts } from './features/help/shortcuts.tsx';
import { FolderTree } from './features/library/folder-tree.tsx';
import { LibraryPage } from './features/library/library-page.tsx';
import { MessagePage } from './features/library/message-page.tsx';
import { FoldersPage } from './features/mailboxes/folders-page.tsx';
import { NumbersPage } from './features/numbers/numbers-page.tsx';
import { AccountPage } from './features/proof/account-page.tsx';
import { PasswordDialog } from './features/runs/password-dialog.tsx';
import { RunPage } from './features/runs/run-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { SignInDialog } from './features/sign-in/sign-in-dialog.tsx';
import { Toasts } from './parts/toasts.tsx';
import type { Place } from './store/place.ts';
import { useStores } from './store/stores.ts';
import { Icon, type IconName } from './ui/feedback/icon.tsx';
import { Mark } from './ui/feedback/mark.tsx';
import { useWords } from './words/use-words.ts';

const tabs = ['accounts', 'library', 'settings'] as const satisfies readonly IconName[];

const KitPage = import.meta.env.DEV
  ? lazy(async () => {
      const { KitPage: page } = await import('./features/kit/kit-page.tsx');
      return { default: page };
    })
  : AccountsPage;

/** The window: three places, and the one that is open. */
export function App(): ReactElement {
  const { t, language } = useWords();
  const stores = useStores();
  const { place, go } = useStore(stores.place);
  const present = tabOf(place);
  return (
    <I18nProvider locale={language}>
      <div className="app">
        <button
          type="button"
          className="app-skip"
          onClick={() => document.getElementById('content')?.focus()}
        >
          {t('skip')}
        </button>
        <div className="app-side">
          <p className="app-name" aria-hidden="true">
            <Mark />
            <span>Mailstow</span>
          </p>
          <nav className="app-places" aria-label={t('places.label')}>
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
          {place.at === 'library' && (
            <div className="app-side-body">
              <FolderTree />
            </div>
          )}
        </div>
        <main id="content" className="app-content" tabIndex={-1}>
          <Content place={place} />
        </main>
        <PasswordDialog />
        <SignInDialog />
        <ServerDialog />
        <WhereIsIt />
        <FolderBrowser />
        <Shortcuts />
        <Toasts />
      </div>
    </I18nProvider>
  );
}

function tabOf({ at }: Place): (typeof tabs)[number] {
  switch (at) {
    case 'accounts':
    case 'run':
    case 'account':
    case 'folders':
    case 'set-up':
    case 'edit':
      return 'accounts';
    case 'library':
    case 'numbers':
    case 'message':
      return 'library';
    case 'settings':
    case 'help':
    case 'components':
      return 'settings';
  }
}

function Content({ place }: { readonly place: Place }): ReactElement {
  switch (place.at) {
    case 'accounts':
      return <AccountsPage />;
    case 'set-up':
      return <SetupPage />;
    case 'edit':
      return <EditPage key={place.accountId} accountId={place.accountId} part={place.part} />;
    case 'run':
      return <RunPage key={place.accountId} accountId={place.accountId} />;
    case 'account':
      return <AccountPage key={place.accountId} accountId={place.accountId} tab={place.tab} />;
    case 'folders':
      return <FoldersPage key={place.accountId} accountId={place.accountId} />;
    case 'library':
      return <LibraryPage accountId={place.accountId} />;
    case 'numbers':
      return <NumbersPage accountId={place.accountId} />;
    case 'message':
      return <MessagePage key={place.messageId} messageId={place.messageId} />;
    case 'settings':
      return <SettingsPage report={place.report === true} />;
    case 'help':
      return <HelpPage />;
    case 'components':
      return (
        <Suspense>
          <KitPage />
        </Suspense>
      );
  }
}
