import { describe, expect, test, vi } from 'vitest';
import { createMessageStore } from '../../../renderer/store/message.ts';
import { FakeBridge, fakeSurroundings, gate } from '../fake-bridge.ts';

interface Asked {
  readonly messageId: number;
  readonly remote: boolean;
}

const message = (id: number, more = {}) => ({
  id,
  from: '',
  to: '',
  cc: '',
  subject: `Message ${id}`,
  date: 0,
  headers: [],
  text: '',
  page: `/mail/${id}`,
  blockedRemote: 2,
  upgradedRemote: 0,
  attachments: [],
  path: 'INBOX/1.eml',
  ...more,
});

function reading(handlers = {}) {
  const bridge = new FakeBridge({
    'library.message': ({ messageId, remote }: Asked) =>
      message(messageId, { blockedRemote: remote ? 0 : 2 }),
    ...handlers,
  });
  const services = fakeSurroundings();
  return { bridge, services, store: createMessageStore(bridge, services) };
}

test('a message opens without anything from elsewhere, until the person allows it for this one', async () => {
  const { bridge, store } = reading();
  await store.getState().open('one', 1);
  expect(store.getState().message?.blockedRemote).toBe(2);
  await store.getState().allowRemote();
  expect(store.getState().message?.blockedRemote).toBe(0);
  await store.getState().open('one', 2);
  expect((bridge.inputsOf('library.message') as Asked[]).map(({ remote }) => remote)).toEqual([
    false,
    true,
    false,
  ]);
});

test('going down a list asks for the first and the last only', async () => {
  const first = gate<unknown>();
  const { bridge, store } = reading({
    'library.message': ({ messageId }: Asked) =>
      messageId === 1 ? first.opened : message(messageId),
  });
  void store.getState().open('one', 1);
  for (let id = 2; id <= 9; id += 1) void store.getState().open('one', id);
  first.open(message(1));
  await vi.waitFor(() => expect(store.getState().message?.id).toBe(9));
  expect((bridge.inputsOf('library.message') as Asked[]).map(each => each.messageId)).toEqual([
    1, 9,
  ]);
});

describe('views', () => {
  test('a message without a page opens as text', async () => {
    const { store } = reading({ 'library.message': () => message(1, { page: undefined }) });
    await store.getState().open('one', 1);
    expect(store.getState().view).toBe('text');
  });

  test('the source is fetched once, when somebody wants to see it', async () => {
    const { bridge, store } = reading({
      'library.source': () => ({ text: 'From: …', cut: false }),
    });
    await store.getState().open('one', 1);
    expect(bridge.inputsOf('library.source')).toEqual([]);
    await store.getState().show('source');
    await store.getState().show('text');
    await store.getState().show('source');
    expect(bridge.inputsOf('library.source')).toHaveLength(1);
    expect(store.getState().source?.text).toBe('From: …');
  });
});

test('an attachment that the server hands out is downloaded', async () => {
  const { services, store } = reading({
    'library.saveAttachment': () => ({ saved: false, download: '/download/x' }),
  });
  await store.getState().open('one', 1);
  await store.getState().saveAttachment(0);
  expect(services.downloads).toEqual(['/download/x']);
});

test('closing while it loads shows nothing afterwards', async () => {
  const slow = gate<unknown>();
  const { store } = reading({ 'library.message': () => slow.opened });
  const opened = store.getState().open('one', 1);
  store.getState().close();
  slow.open(message(1));
  await opened;
  expect(store.getState()).toMatchObject({ status: 'none', message: undefined });
});
