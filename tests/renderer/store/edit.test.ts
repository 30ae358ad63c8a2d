import { describe, expect, test } from 'vitest';
import { asksPassword, createEditStore, isChanged } from '../../../renderer/store/edit.ts';
import { anAccount } from '../an-account.ts';
import { FakeBridge, fakeSurroundings, gate, Refused } from '../fake-bridge.ts';

const account = anAccount();
const mailboxes = [
  { name: 'INBOX', levels: ['INBOX'], selectable: true, messages: 3, bytes: 30 },
  { name: 'Work', levels: ['Work'], selectable: true, messages: 0 },
];

function editing(handlers = {}, services = fakeSurroundings()) {
  const bridge = new FakeBridge({
    'library.mailboxes': () => [{ name: 'INBOX', messages: 2, unread: 0 }],
    'accounts.mailboxes': () => mailboxes,
    'accounts.test': () => ({ result: 'ok' }),
    'accounts.save': () => account,
    'accounts.cancel': () => undefined,
    ...handlers,
  });
  const store = createEditStore(bridge, services);
  return { bridge, services, store, state: () => store.getState() };
}

describe('editing an account', () => {
  test('shows the folders that are known, then those of the server', async () => {
    const { state } = editing();
    await state().open(
      anAccount({ profile: { ...account.profile, leftOut: ['Junk', 'Old/2020'] } }),
    );
    expect(state().foldersFrom).toBe('archive');
    expect(state().draft.mailboxes).toEqual([
      { name: 'INBOX', levels: ['INBOX'], selectable: true, messages: 2 },
      { name: 'Junk', levels: ['Junk'], selectable: true },
      { name: 'Old/2020', levels: ['Old/2020'], selectable: true },
    ]);
    await state().load();
    expect(state().foldersFrom).toBe('server');
    expect(state().draft.mailboxes).toEqual(mailboxes);
  });

  test('keeps those that are known where the server cannot be asked', async () => {
    const { state } = editing({
      'accounts.mailboxes': () => {
        throw new Refused();
      },
    });
    await state().open(account);
    await state().load();
    expect(state()).toMatchObject({ foldersFrom: 'archive', listFailure: { message: 'No.' } });
    expect(state().failure).toBeUndefined();
  });

  test.each([
    [{ user: 'other' }],
    [{ server: { ...account.profile.server, host: 'other.example.org' } }],
    [{ server: { ...account.profile.server, port: 143 } }],
    [{ server: { ...account.profile.server, security: 'starttls' as const } }],
  ])('asks for the password again, and tests the connection: %j', async change => {
    const { bridge, state } = editing();
    await state().open(account);
    expect(asksPassword(state())).toBe(false);
    state().change(change);
    expect(asksPassword(state())).toBe(true);
    expect(await state().save()).toBe(true);
    expect(bridge.inputsOf('accounts.test')).toHaveLength(1);
  });

  test.each([
    [{ email: 'other@example.org' }],
    [{ leftOut: ['Work'] }],
    [{ headersOnly: true }],
    [{ largerThan: 5 }],
    [{ folder: '/elsewhere' }],
  ])(
    'saves what has nothing to do with the connection without asking anybody: %j',
    async change => {
      const { bridge, state } = editing();
      await state().open(account);
      state().change(change);
      expect(isChanged(state())).toBe(true);
      expect(await state().save()).toBe(true);
      expect(bridge.inputsOf('accounts.test')).toEqual([]);
      expect(bridge.inputsOf('accounts.save')).toMatchObject([
        { id: 'one', profile: { ...account.profile, ...change } },
      ]);
      expect(state().account).toBeUndefined();
    },
  );

  test('a connection that fails saves nothing', async () => {
    const failure = new Refused().failure;
    const { bridge, state } = editing({ 'accounts.test': () => ({ result: 'failed', failure }) });
    await state().open(account);
    state().setPassword('new');
    expect(await state().save()).toBe(false);
    expect(state()).toMatchObject({ failure, failedAt: 'access', busy: false });
    expect(bridge.inputsOf('accounts.save')).toEqual([]);
    expect(await state().saveUntested()).toBe(true);
    expect(bridge.inputsOf('accounts.save')).toMatchObject([{ password: 'new' }]);
  });

  test('a wait that is cancelled is over at once, whatever comes of it', async () => {
    const { opened, open } = gate<{ result: 'ok' }>();
    const { bridge, state } = editing({ 'accounts.test': () => opened });
    await state().open(account);
    state().setPassword('new');
    const saved = state().save();
    state().cancel();
    expect(state().busy).toBe(false);
    open({ result: 'ok' });
    expect(await saved).toBe(false);
    expect(bridge.inputsOf('accounts.save')).toEqual([]);
    const [asked] = bridge.inputsOf('accounts.test') as { waitId: string }[];
    expect(bridge.inputsOf('accounts.cancel')).toEqual([{ waitId: asked?.waitId }]);
  });

  test('outlives the window but for the password, until it is saved or left', async () => {
    const services = fakeSurroundings();
    const first = editing({}, services);
    await first.state().open(account);
    first.state().setPassword('secret');
    first.state().change({ email: 'other@example.org' });
    expect([...services.kept.values()].join()).not.toContain('secret');
    const next = editing({}, services);
    await next.state().open(account);
    expect(next.state()).toMatchObject({ password: '', draft: { email: 'other@example.org' } });
    next.state().leave();
    const last = editing({}, services);
    await last.state().open(account);
    expect(isChanged(last.state())).toBe(false);
  });

  test('what was kept of another account, or of nobody knows what, is left alone', async () => {
    for (const kept of [
      '{"id":"two","draft":{"email":"x"}}',
      '{"id":"one","draft":3}',
      '{',
      'null',
    ]) {
      const services = fakeSurroundings();
      services.kept.set('edit', kept);
      const { state } = editing({}, services);
      await state().open(account);
      expect(isChanged(state())).toBe(false);
    }
  });

  test('a folder that is unticked and ticked again is no change', async () => {
    const { state } = editing();
    await state().open(anAccount({ profile: { ...account.profile, leftOut: ['a', 'b'] } }));
    state().change({ leftOut: ['b', 'a'] });
    expect(isChanged(state())).toBe(false);
  });
});
