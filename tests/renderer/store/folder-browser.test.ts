import { describe, expect, test } from 'vitest';
import { createFolderBrowserStore } from '../../../renderer/store/folder-browser.ts';
import { FakeBridge, Refused } from '../fake-bridge.ts';

const home = { path: '/home', parent: '/', folders: [{ name: 'keys', path: '/home/keys' }] };
const keys = {
  path: '/home/keys',
  parent: '/home',
  folders: [],
  files: [{ name: 'ca.pem', path: '/home/keys/ca.pem' }],
};

function inBrowser(handlers = {}) {
  const bridge = new FakeBridge({
    'folders.browse': () => home,
    'certificates.browse': () => keys,
    ...handlers,
  });
  return { bridge, store: createFolderBrowserStore(bridge, () => false) };
}

function looks(store: ReturnType<typeof inBrowser>['store']): Promise<void> {
  return new Promise(resolve => {
    const unsubscribe = store.subscribe(({ here, failure }) => {
      if (here === undefined && failure === undefined) return;
      unsubscribe();
      resolve();
    });
  });
}

describe('in the window', () => {
  test('a folder for the archive is looked for and chosen', async () => {
    const { bridge, store } = inBrowser();
    const chosen = store.getState().choose('archive-folder', '/home');
    await looks(store);
    expect(store.getState()).toMatchObject({ wanted: 'archive-folder', here: home });
    store.getState().use('/home');
    expect(await chosen).toBe('/home');
    expect(store.getState()).toMatchObject({ wanted: undefined, here: undefined });
    expect(bridge.inputsOf('folders.browse')).toEqual([{ path: '/home' }]);
  });

  test('a certificate is looked for among files', async () => {
    const { bridge, store } = inBrowser();
    const chosen = store.getState().choose('certificate-file', undefined);
    await looks(store);
    expect(store.getState().here?.files).toEqual(keys.files);
    store.getState().use('/home/keys/ca.pem');
    expect(await chosen).toBe('/home/keys/ca.pem');
    expect(bridge.inputsOf('folders.browse')).toEqual([]);
  });

  test('anyone who thinks better of it has chosen nothing', async () => {
    const { store } = inBrowser();
    const chosen = store.getState().choose('certificate-folder', undefined);
    await looks(store);
    store.getState().close();
    expect(await chosen).toBeUndefined();
  });

  test('a folder that is gone opens the usual start instead', async () => {
    const { store } = inBrowser({
      'folders.browse': ({ path }: { path?: string }) => {
        if (path === '/gone') throw new Refused();
        return home;
      },
    });
    void store.getState().choose('archive-folder', '/gone');
    await looks(store);
    expect(store.getState()).toMatchObject({ here: home, failure: undefined });
  });

  test('a folder that cannot be looked into leaves one where one was, with the reason', async () => {
    const { store } = inBrowser({
      'folders.browse': ({ path }: { path?: string }) => {
        if (path === '/home/keys') throw new Refused({ message: 'Not yours.' });
        return home;
      },
    });
    void store.getState().choose('archive-folder', undefined);
    await looks(store);
    await store.getState().look('/home/keys');
    expect(store.getState()).toMatchObject({ here: home, failure: { message: 'Not yours.' } });
  });
});

describe('with the dialogs of the system', () => {
  test.each([
    ['archive-folder', 'folders.choose', { start: '/mail' }],
    ['certificate-file', 'certificates.choose', { what: 'file', start: '/mail' }],
    ['certificate-folder', 'certificates.choose', { what: 'folder', start: '/mail' }],
  ] as const)('%s is chosen by %s', async (wanted, call, input) => {
    const bridge = new FakeBridge({ [call]: () => '/chosen' });
    const store = createFolderBrowserStore(bridge, () => true);
    expect(await store.getState().choose(wanted, '/mail')).toBe('/chosen');
    expect(bridge.asked).toEqual([{ name: call, input }]);
    expect(store.getState().wanted).toBeUndefined();
  });

  test('anyone who thinks better of it has chosen nothing', async () => {
    const bridge = new FakeBridge({ 'folders.choose': () => null });
    const store = createFolderBrowserStore(bridge, () => true);
    expect(await store.getState().choose('archive-folder', undefined)).toBeUndefined();
  });

  test('one that does not open says why', async () => {
    const bridge = new FakeBridge({
      'folders.choose': () => {
        throw new Refused({ message: 'No dialog.' });
      },
    });
    const store = createFolderBrowserStore(bridge, () => true);
    expect(await store.getState().choose('archive-folder', undefined)).toBeUndefined();
    expect(store.getState().failure).toMatchObject({ message: 'No dialog.' });
  });
});
