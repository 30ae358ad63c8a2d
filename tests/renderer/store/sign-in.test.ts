import { describe, expect, test, vi } from 'vitest';
import { createSignInStore } from '../../../renderer/store/sign-in.ts';
import type { ProviderSignIn } from '../../../shared/contract.ts';
import { anAccount } from '../an-account.ts';
import { FakeBridge, fakeSurroundings, gate, Refused } from '../fake-bridge.ts';

const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';
const server = { host: 'imap.example.org', port: 993, security: 'tls' } as const;
const target = { server, user: 'anna', email: 'anna@example.org' };
const provider: ProviderSignIn = {
  name: 'Example',
  issuer: 'https://login.example.org',
  client: 'build',
  browser: true,
  device: true,
};
const inBrowser = (signInId: string) => ({
  way: 'browser',
  signInId,
  url: 'https://login.example.org/authorize',
  opened: true,
  redirectUri: 'http://127.0.0.1:1/callback',
  expiresAt: 1,
});
const byCode = (signInId: string) => ({
  way: 'device',
  signInId,
  userCode: 'ABCD-EFGH',
  verificationUri: 'https://login.example.org/device',
  expiresAt: 1,
});

function aSignIn(handlers = {}, isHere = true) {
  const bridge = new FakeBridge({
    'signIn.begin': ({ way }: { way: string }) => (way === 'device' ? byCode : inBrowser)(first),
    'signIn.cancel': () => undefined,
    'signIn.list': () => [],
    ...handlers,
  });
  const store = createSignInStore(bridge, { ...fakeSurroundings(), isHere });
  const onDone = vi.fn();
  const asked = { target, provider, onDone };
  return { bridge, store, onDone, asked };
}

const waits = ({ getState }: ReturnType<typeof createSignInStore>) =>
  vi.waitFor(() => expect(getState().phase?.at).toBe('waiting'));

describe('a sign-in with a provider', () => {
  test('waits for the person, then for the provider, and tells what it gave', async () => {
    const { bridge, store, asked, onDone } = aSignIn();
    store.getState().open(asked);
    await waits(store);
    expect(store.getState().phase).toMatchObject({ at: 'waiting', begun: { way: 'browser' } });
    bridge.emit('signIn.changed', { signInId: first, state: 'finishing' });
    expect(store.getState().phase).toEqual({ at: 'finishing' });
    bridge.emit('signIn.changed', { signInId: first, state: 'done' });
    expect(onDone).toHaveBeenCalledExactlyOnceWith(first);
    expect(store.getState().phase).toBeUndefined();
    store.getState().close();
    expect(bridge.inputsOf('signIn.cancel')).toEqual([]);
  });

  test('that is over before its beginning was answered is over', async () => {
    const { opened, open } = gate<unknown>();
    const { bridge, store, asked, onDone } = aSignIn({ 'signIn.begin': () => opened });
    store.getState().open(asked);
    bridge.emit('signIn.changed', { signInId: first, state: 'done' });
    open(inBrowser(first));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith(first));
  });

  test('hears nothing of another one', async () => {
    const { bridge, store, asked, onDone } = aSignIn();
    store.getState().open(asked);
    await waits(store);
    bridge.emit('signIn.changed', { signInId: second, state: 'done' });
    expect(onDone).not.toHaveBeenCalled();
    expect(store.getState().phase?.at).toBe('waiting');
  });

  test('ends with the dialogue, also while it begins', async () => {
    const { opened, open } = gate<unknown>();
    const { bridge, store, asked, onDone } = aSignIn({ 'signIn.begin': () => opened });
    store.getState().open(asked);
    store.getState().close();
    open(inBrowser(first));
    await vi.waitFor(() => expect(bridge.inputsOf('signIn.cancel')).toEqual([{ signInId: first }]));
    bridge.emit('signIn.changed', { signInId: first, state: 'done' });
    expect(onDone).not.toHaveBeenCalled();
    expect(store.getState().phase).toBeUndefined();
  });

  test('is begun another way, or as somebody else, in the place of the one that goes on', async () => {
    const { bridge, store, asked } = aSignIn();
    store.getState().open(asked);
    await waits(store);
    await store.getState().begin({ way: 'device' });
    expect(bridge.inputsOf('signIn.cancel')).toEqual([{ signInId: first }]);
    expect(store.getState().phase).toMatchObject({ begun: { userCode: 'ABCD-EFGH' } });
    await store.getState().begin({ as: 'other@example.org' });
    expect(bridge.inputsOf('signIn.begin').at(-1)).toEqual({
      ...{ target, way: 'device', as: 'other@example.org' },
    });
  });

  test('says why it came to nothing', async () => {
    const { bridge, store, asked } = aSignIn();
    store.getState().open(asked);
    await waits(store);
    const { failure } = new Refused({ kind: 'sign-in-needed', code: 'sign-in-denied' });
    bridge.emit('signIn.changed', { signInId: first, state: 'failed', failure });
    expect(store.getState().phase).toEqual({ at: 'failed', failure });
    await store.getState().begin();
    expect(store.getState().phase?.at).toBe('waiting');
  });

  test('asks for a client ID where none is known, and sends the one of the person', async () => {
    const { bridge, store, asked } = aSignIn();
    const { client: _, ...without } = provider;
    store.getState().open({ ...asked, provider: without });
    expect(store.getState().phase).toEqual({ at: 'client' });
    expect(bridge.inputsOf('signIn.begin')).toEqual([]);
    await store.getState().begin({ client: { id: 'mine' } });
    expect(bridge.inputsOf('signIn.begin')).toMatchObject([{ client: { id: 'mine' } }]);
  });

  test.each([
    ['in a browser elsewhere is by a code', provider, false, 'device'],
    ['in a browser here is by the browser', provider, true, 'browser'],
    [
      'elsewhere at one without codes is by the browser',
      { ...provider, device: false },
      false,
      'browser',
    ],
    ['at one with codes alone is by a code', { ...provider, browser: false }, true, 'device'],
  ] as const)('%s', async (_, provider, isHere, way) => {
    const { bridge, store, asked } = aSignIn({}, isHere);
    store.getState().open({ ...asked, provider });
    await waits(store);
    expect(bridge.inputsOf('signIn.begin')).toMatchObject([{ way }]);
  });

  test('goes on where what was pasted is not understood', async () => {
    const { bridge, store, asked } = aSignIn({
      'signIn.finish': ({ redirectedTo }: { redirectedTo: string }) => {
        if (!redirectedTo.startsWith('http://127.0.0.1:1/callback')) throw new Refused();
      },
    });
    store.getState().open(asked);
    await waits(store);
    await store.getState().finish('nothing');
    expect(store.getState().phase).toMatchObject({ at: 'waiting', pasted: { message: 'No.' } });
    await store.getState().finish('http://127.0.0.1:1/callback?code=1');
    expect(store.getState().phase).not.toHaveProperty('pasted');
    expect(bridge.inputsOf('signIn.finish')).toHaveLength(2);
  });

  test('of an account that is there asks for its provider first', async () => {
    const { bridge, store, onDone } = aSignIn({
      'signIn.ways': () => ({ password: 'none', provider }),
    });
    await store.getState().again(anAccount({ hasPassword: false }), onDone);
    await waits(store);
    expect(bridge.inputsOf('signIn.begin')).toEqual([
      { target: { accountId: 'one' }, way: 'browser' },
    ]);
  });

  test('says why there is none for an account', async () => {
    const { store, onDone } = aSignIn({
      'signIn.ways': () => ({ password: 'any' }),
      'signIn.begin': () => {
        throw new Refused({ code: 'no-provider-sign-in' });
      },
    });
    await store.getState().again(anAccount(), onDone);
    expect(store.getState().phase).toMatchObject({
      ...{ at: 'failed', failure: { code: 'no-provider-sign-in' } },
    });
  });
});
