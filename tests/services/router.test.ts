import { describe, expect, test } from 'vitest';
import { MailstowError } from '../../electron/engine/errors.ts';
import { type Handlers, longestInput, Router } from '../../electron/services/router.ts';

/** Any other call would be a defect. */
function routerOf(handlers: Partial<Handlers>): Router {
  return new Router(handlers as Handlers);
}

const space = { free: 17 };

describe('router', () => {
  test('hands the input on and the output back', async () => {
    const router = routerOf({ 'folders.look': ({ path }) => ({ free: path.length }) });
    const answer = await router.call('folders.look', { path: '/mail' });
    expect(answer).toEqual({ ok: true, value: { free: 5 } });
  });

  test('a call without input or output', async () => {
    const router = routerOf({ 'runs.pause': () => undefined, 'runs.list': () => [] });
    expect(await router.call('runs.pause', { accountId: 'a' })).toEqual({ ok: true });
    expect(await router.call('runs.list', undefined)).toEqual({ ok: true, value: [] });
  });

  test.each(['nothing.there', 'toString', '__proto__', 7, null])(
    'refuses the unknown call %s',
    async name => {
      const answer = await routerOf({}).call(name, undefined);
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'arguments' } });
    },
  );

  const endless: Record<string, unknown> = {};
  endless.path = endless;
  test.each([
    ['a missing field', {}],
    ['a field of another type', { path: 3 }],
    ['no input', undefined],
    ['one that is inside itself', endless],
    ['one that is too long', { path: '/', more: 'x'.repeat(longestInput) }],
  ])('refuses input with %s, and calls nothing', async (_, input) => {
    const answer = await routerOf({}).call('folders.look', input);
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'arguments', message: expect.stringMatching(/^folders\.look can’t/) },
    });
  });

  test('what the contract does not name goes neither in nor out', async () => {
    let seen: unknown;
    const router = routerOf({
      'folders.look': input => {
        seen = input;
        return { ...space, password: 'secret' };
      },
    });
    const answer = await router.call('folders.look', { path: '/mail', more: true });
    expect(seen).toEqual({ path: '/mail' });
    expect(answer).toEqual({ ok: true, value: space });
  });

  test('a wrong answer is a defect and is not handed out', async () => {
    const router = routerOf({ 'folders.look': () => ({ free: -1 }) });
    const answer = await router.call('folders.look', { path: '/mail' });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'defect' } });
  });

  test('a failure keeps its words, as far as the contract has room for them', async () => {
    const long = 'n'.repeat(20_000);
    const short = 'n'.repeat(10_000);
    const router = routerOf({
      'folders.look': async () => {
        throw new MailstowError('path-gone', { args: { path: long }, serverText: long });
      },
    });
    const answer = await router.call('folders.look', { path: '/mail' });
    const failure = {
      kind: 'output-folder',
      scope: 'run',
      code: 'path-gone',
      args: { path: short },
      message: short,
      nextStep: 'Check whether the folder was moved or its disk was disconnected.',
      serverText: short,
    };
    expect(answer).toEqual({ ok: false, failure });
  });

  test('any other error is a defect without its stack', async () => {
    const router = routerOf({
      'folders.look': () => {
        throw new RangeError('out of range');
      },
    });
    const answer = await router.call('folders.look', { path: '/mail' });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'defect', scope: 'run' } });
    expect(JSON.stringify(answer)).not.toContain('router.test');
  });
});
