import { describe, expect, test } from 'vitest';
import { createSetupStore } from '../../../renderer/store/setup.ts';
import { FakeBridge, fakeSurroundings, gate, Refused } from '../fake-bridge.ts';

const server = { host: 'imap.example.org', port: 993, security: 'tls' };
const certificate = {
  sha256: 'ab'.repeat(32),
  subject: 'imap.example.org',
  issuer: 'An authority',
  names: [],
  validFrom: 0,
  validTo: 1,
};
const mailboxes = [
  { name: 'INBOX', levels: ['INBOX'], use: 'inbox', selectable: true, messages: 3 },
  { name: 'Junk', levels: ['Junk'], use: 'junk', selectable: true, messages: 9 },
];

function setUp(handlers = {}) {
  const bridge = new FakeBridge({
    'accounts.guess': () => ({ server, user: 'accounts@example.org', noteKey: 'gmail' as const }),
    'accounts.test': () => ({ result: 'ok' }),
    'accounts.mailboxes': () => mailboxes,
    'folders.look': () => ({ free: 5_000 }),
    'accounts.count': () => ({ whole: true }),
    'accounts.cancel': () => undefined,
    'signIn.ways': () => ({ password: 'any' }),
    ...handlers,
  });
  const services = fakeSurroundings();
  const store = createSetupStore(bridge, services);
  store.getState().change({ email: 'accounts@example.org' });
  store.getState().setPassword('secret');
  return { bridge, services, store };
}

describe('who', () => {
  test('finds the server, tests it and goes on to the folders, spam left out', async () => {
    const { bridge, store } = setUp();
    await store.getState().connect();
    const { step, draft, noteKey, busy } = store.getState();
    expect({ step, noteKey, busy }).toEqual({ step: 'what', noteKey: 'gmail', busy: false });
    expect(draft.leftOut).toEqual(['Junk']);
    expect(bridge.inputsOf('accounts.mailboxes')).toMatchObject([
      { server, user: 'accounts@example.org', password: 'secret' },
    ]);
  });

  test('is asked for its server once, on leaving the address and on going on', async () => {
    const { bridge, store } = setUp();
    await Promise.all([store.getState().guess(), store.getState().connect()]);
    expect(bridge.inputsOf('accounts.guess')).toHaveLength(1);
    expect(store.getState().search).toEqual({
      state: 'found',
      host: 'imap.example.org',
      inboxOnly: false,
    });
  });

  test('sends no password to a server elsewhere before the person agrees', async () => {
    const elsewhere = { server, user: 'accounts@example.org', isElsewhere: true };
    const { bridge, store } = setUp({ 'accounts.guess': () => elsewhere });
    await store.getState().connect();
    expect(store.getState()).toMatchObject({ step: 'who', busy: false });
    expect(store.getState().search).toEqual({
      state: 'elsewhere',
      host: 'imap.example.org',
      inboxOnly: false,
    });
    expect(bridge.inputsOf('accounts.test')).toEqual([]);
    store.getState().agreeToServer();
    await store.getState().connect();
    expect(store.getState().step).toBe('what');
  });

  test('sends no password to a provider that lets no other program in, but to a server by hand', async () => {
    const page = { provider: 'Tuta', address: 'https://tuta.com/support/howto' };
    const closed = {
      ...{ server, user: 'accounts@example.org', asked: [] },
      ...{ isClosed: true, noteKey: 'noImap', page },
    };
    const { bridge, store } = setUp({ 'accounts.guess': () => closed });
    await store.getState().connect();
    await store.getState().connect();
    expect(store.getState()).toMatchObject({ step: 'who', search: { state: 'closed' } });
    expect(bridge.inputsOf('accounts.test')).toEqual([]);
    store.getState().change({ byHand: true });
    await store.getState().connect();
    expect(store.getState().step).toBe('what');
  });

  test('asks again about the server of another address', async () => {
    const elsewhere = { server, user: 'accounts@example.org', isElsewhere: true };
    const { bridge, store } = setUp({ 'accounts.guess': () => elsewhere });
    await store.getState().guess();
    store.getState().agreeToServer();
    store.getState().change({ email: 'support@example.com' });
    await store.getState().connect();
    expect(store.getState().search?.state).toBe('elsewhere');
    expect(bridge.inputsOf('accounts.test')).toEqual([]);
  });

  test('sends no password to a server that was not found, until the person goes on with what is usual', async () => {
    const asked = [{ way: 'dns', names: ['example.org'] }];
    const nothing = { server, user: 'accounts@example.org', asked };
    const { bridge, store } = setUp({ 'accounts.guess': () => nothing });
    await store.getState().connect();
    expect(store.getState()).toMatchObject({ step: 'who', search: { state: 'failed', asked } });
    expect(bridge.inputsOf('accounts.test')).toEqual([]);
    await store.getState().connect();
    expect(bridge.inputsOf('accounts.guess')).toHaveLength(1);
    expect(bridge.inputsOf('accounts.test')).toMatchObject([{ server }]);
    expect(store.getState()).toMatchObject({ step: 'what', search: undefined });
  });

  test('guesses nothing over what was filled in by hand', async () => {
    const { bridge, store } = setUp();
    const own = { host: '127.0.0.1', port: 1143, security: 'none' as const };
    store.getState().change({ byHand: true, server: own, user: 'someone' });
    await store.getState().connect();
    expect(bridge.inputsOf('accounts.guess')).toEqual([]);
    expect(bridge.inputsOf('accounts.test')).toMatchObject([
      { server: own, user: 'someone', password: 'secret' },
    ]);
  });

  test('says why it cannot connect, and stays', async () => {
    const failure = { kind: 'login-refused', scope: 'account', message: 'No.', nextStep: 'Do.' };
    const { store } = setUp({ 'accounts.test': () => ({ result: 'failed', failure }) });
    await store.getState().connect();
    expect(store.getState()).toMatchObject({ step: 'who', failure, busy: false, tested: false });
    store.getState().setPassword('another');
    expect(store.getState().failure).toBeUndefined();
  });

  test('shows a certificate nobody vouches for, and trusts exactly that one when told to', async () => {
    const { bridge, store } = setUp({
      'accounts.test': (input: { server: { trustedCertificate?: string } }) =>
        input.server.trustedCertificate === certificate.sha256
          ? { result: 'ok' }
          : { result: 'untrusted', failure: new Refused().failure, certificate },
    });
    await store.getState().connect();
    expect(store.getState()).toMatchObject({ step: 'who', untrusted: certificate });
    expect(bridge.inputsOf('accounts.mailboxes')).toEqual([]);
    await store.getState().trust({ trustedCertificate: certificate.sha256 });
    expect(store.getState()).toMatchObject({ step: 'what', untrusted: undefined });
  });

  test('a guess that comes back late changes no other address', async () => {
    const { store } = setUp();
    const guess = store.getState().guess();
    store.getState().change({ email: 'support@example.com' });
    await guess;
    expect(store.getState().draft).toMatchObject({ user: '', server: { host: '' } });
  });
});

test('what was left out stays left out when the person looks again', async () => {
  const { store } = setUp();
  await store.getState().connect();
  store.getState().change({ leftOut: ['INBOX'] });
  store.getState().goTo('who');
  await store.getState().connect();
  expect(store.getState().draft.leftOut).toEqual(['INBOX']);
});

test('the chosen folder is shown with what it has room for', async () => {
  const { store } = setUp();
  await store.getState().chooseFolder('/mail');
  expect(store.getState()).toMatchObject({ seen: { free: 5_000 }, draft: { folder: '/mail' } });
});

describe('the place that is proposed', () => {
  const proposed = { path: '/home/Mailstow/accounts@example.org', free: 9_000 };
  const proposing = { 'folders.propose': () => proposed };

  test('is filled in, with what it has room for', async () => {
    const { bridge, store } = setUp(proposing);
    await store.getState().propose();
    expect(bridge.inputsOf('folders.propose')).toEqual([{ email: 'accounts@example.org' }]);
    expect(bridge.inputsOf('folders.look')).toEqual([]);
    expect(store.getState()).toMatchObject({
      proposed,
      seen: { free: 9_000 },
      draft: { folder: proposed.path },
    });
  });

  test('goes with another address, and stays with the same', async () => {
    const { store } = setUp(proposing);
    await store.getState().propose();
    store.getState().change({ email: 'accounts@example.org', user: 'someone' });
    expect(store.getState().draft.folder).toBe(proposed.path);
    store.getState().change({ email: 'support@example.com' });
    expect(store.getState().draft.folder).toBe('');
  });

  test('takes nothing from a person who chose another', async () => {
    const { store } = setUp(proposing);
    await store.getState().propose();
    await store.getState().chooseFolder('/mail');
    store.getState().change({ email: 'support@example.com' });
    await store.getState().propose();
    expect(store.getState()).toMatchObject({
      proposed,
      seen: { free: 5_000 },
      draft: { folder: '/mail' },
    });
  });

  test.each([
    ['there is none', () => null],
    [
      'it cannot be told',
      () => {
        throw new Refused();
      },
    ],
  ])('is left to the person where %s', async (_which, propose) => {
    const { store } = setUp({ 'folders.propose': propose });
    await store.getState().propose();
    expect(store.getState()).toMatchObject({
      ...{ proposed: undefined, seen: undefined, failure: undefined },
      draft: { folder: '' },
    });
  });

  test('is not filled in where it comes after the person has chosen or gone on', async () => {
    const { opened, open } = gate<typeof proposed>();
    const { store } = setUp({ 'folders.propose': () => opened });
    const asked = store.getState().propose();
    await store.getState().chooseFolder('/mail');
    open(proposed);
    await asked;
    expect(store.getState()).toMatchObject({ seen: { free: 5_000 }, draft: { folder: '/mail' } });
    const late = gate<typeof proposed>();
    const other = setUp({ 'folders.propose': () => late.opened });
    const again = other.store.getState().propose();
    other.store.getState().change({ email: 'support@example.com' });
    late.open(proposed);
    await again;
    expect(other.store.getState()).toMatchObject({ proposed: undefined, draft: { folder: '' } });
  });
});

test('a window that opens again has all but the password, and a finished set-up leaves nothing', async () => {
  const { bridge, services, store } = setUp({ 'accounts.save': () => ({ id: 'one' }) });
  await store.getState().connect();
  store.getState().change({ headersOnly: true });
  expect([...services.kept.values()].join()).not.toContain('secret');
  const again = createSetupStore(bridge, services).getState();
  expect(again.draft).toMatchObject({ email: 'accounts@example.org', headersOnly: true });
  expect(again.password).toBe('');
  expect(again.step).toBe('who');
  expect(await store.getState().save()).toEqual({ id: 'one' });
  store.getState().startAnew();
  expect(services.kept.size).toBe(0);
});

test('an account that cannot be saved says why', async () => {
  const { store } = setUp({
    'accounts.save': () => {
      throw new Refused({ message: 'The disk is full.' });
    },
  });
  expect(await store.getState().save()).toBeUndefined();
  expect(store.getState()).toMatchObject({
    failure: { message: 'The disk is full.' },
    busy: false,
  });
});

test('a draft that cannot be read is no draft', () => {
  const services = fakeSurroundings();
  services.kept.set('set-up', '{"email":');
  expect(createSetupStore(new FakeBridge(), services).getState().draft.email).toBe('');
});
