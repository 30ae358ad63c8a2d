import type { i18n as I18n } from 'i18next';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app.tsx';
import { findBridge } from './bridge.ts';
import { printFrame } from './print-frame.ts';
import { fromHash, toHash } from './store/place.ts';
import { languageAround, languageOf } from './store/settings.ts';
import { createStores, StoresProvider } from './store/stores.ts';
import type { WindowServices } from './store/window-services.ts';
import { loadWords } from './words/words.ts';

const services: WindowServices = {
  memory: {
    read: key => localStorage.getItem(key) ?? undefined,
    write(key, value) {
      if (value === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    },
  },
  download(address) {
    const link = document.createElement('a');
    link.href = address;
    link.download = '';
    link.click();
  },
  copy(text) {
    // The old way: a page without TLS has no other, and the desktop app permits no other.
    const put = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', put, { once: true });
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', put);
    return isCopied;
  },
  print: () => window.print(),
  printPage: printFrame,
  write(address) {
    const link = document.createElement('a');
    link.href = address;
    link.click();
  },
  isHere: !/^https?:$/.test(location.protocol) || isLoopback(location.hostname),
  userAgent: navigator.userAgent,
  async signOut() {
    await fetch('/sign-out', { method: 'POST' });
    location.assign('/');
  },
};

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

const stores = createStores(findBridge(), services, fromHash(location.hash));
const { accounts, archives, outgoing, place, proof, runs, search, settings, watches } = stores;
await Promise.all([
  settings.getState().load(),
  accounts.getState().load(),
  archives.getState().load(),
  runs.getState().load(),
  watches.getState().load(),
  proof.getState().loadChecks(),
  outgoing.getState().load(),
]);

async function followSettings(): Promise<I18n> {
  const { settings: chosen, info } = settings.getState();
  const { theme } = chosen;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const loaded = await loadWords(languageOf(chosen, languageAround(info, navigator.language)));
  document.documentElement.lang = loaded.language;
  return loaded;
}
const words = await followSettings();
settings.subscribe(followSettings);

place.subscribe(({ place: now }) => {
  if (location.hash !== toHash(now)) location.hash = toHash(now);
});
window.addEventListener('hashchange', () => {
  const now = fromHash(location.hash);
  if (toHash(now) !== toHash(place.getState().place)) place.getState().go(now);
});

// What is searched for belongs to the entry of the history that it was searched in; an address would tell it to others.
function searchOfEntry(): string {
  const kept: unknown = history.state?.search;
  return typeof kept === 'string' ? kept : '';
}
search.getState().replace(searchOfEntry());
search.subscribe(({ text }) => {
  if (text !== searchOfEntry()) history.replaceState({ ...history.state, search: text }, '');
});
window.addEventListener('hashchange', () => search.getState().replace(searchOfEntry()));

const container = document.getElementById('window');
if (container === null) throw new Error('index.html has no #window');
createRoot(container).render(
  <I18nextProvider i18n={words}>
    <StoresProvider value={stores}>
      <App />
    </StoresProvider>
  </I18nextProvider>,
);
