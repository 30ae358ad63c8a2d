import { expect, test } from 'vitest';
import { checked } from '../../renderer/checked-bridge.ts';
import { FakeBridge, Refused } from './fake-bridge.ts';

test('an answer that fits the contract comes through as it is', async () => {
  const bridge = checked(new FakeBridge({ 'folders.look': () => ({ free: 7 }) }));
  expect(await bridge.call('folders.look', { path: '/' })).toEqual({
    ok: true,
    value: { free: 7 },
  });
});

test('an answer that does not fit never reaches the window', async () => {
  const bridge = checked(new FakeBridge({ 'folders.look': () => ({ free: 'much' }) }));
  expect(await bridge.call('folders.look', { path: '/' })).toMatchObject({
    ok: false,
    failure: { kind: 'defect', serverText: 'folders.look: free' },
  });
});

test('a failure comes through', async () => {
  const refused = new Refused();
  const bridge = checked(
    new FakeBridge({
      'folders.look': () => {
        throw refused;
      },
    }),
  );
  expect(await bridge.call('folders.look', { path: '/' })).toEqual({
    ok: false,
    failure: refused.failure,
  });
});

test('an event that does not fit is not heard', () => {
  const source = new FakeBridge();
  const heard: unknown[] = [];
  checked(source).subscribe('library.changed', value => heard.push(value));
  source.emit('library.changed', { accountId: 'one', messages: -1 });
  source.emit('library.changed', { accountId: 'one', messages: 1 });
  expect(heard).toEqual([{ accountId: 'one', messages: 1 }]);
});
