import { builtinModules } from 'node:module';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { desktopBuilds } from '../../build/desktop-builds.ts';
import { calls, events } from '../../shared/contract.ts';
import { desktop as czech } from '../../shared/i18n/cs/desktop.ts';
import { languages } from '../../shared/i18n/languages.ts';

/** Every program of the desktop as it is shipped, by its file name. */
const programs = new Map<string, string>();
/** What is loaded late of the first of them, in files of its own. */
const parts = [
  'merge-pdf.mjs',
  'open-app.mjs',
  // Two of them read XML; what the bundler needs itself is in there too.
  'sax.mjs',
  'updater.mjs',
  ...languages.filter(language => language !== 'en').map(language => `${language}.mjs`),
];
/** What each asks for when it is loaded or later. */
const imports = new Map<string, readonly string[]>();

beforeAll(async () => {
  for (const config of desktopBuilds()) {
    const result = await build({ ...config, build: { ...config.build, write: false } });
    if (Array.isArray(result) || !('output' in result)) throw new Error('One output is expected.');
    for (const file of result.output) {
      if (file.type !== 'chunk') continue;
      programs.set(file.fileName, file.code);
      // Libraries of the older kind ask in their own way.
      const required = [...file.code.matchAll(/\b__require\(["']([^"']+)["']\)/g)];
      const asked = required.map(([, name = '']) => name);
      imports.set(file.fileName, [...file.imports, ...file.dynamicImports, ...asked]);
    }
  }
});

describe('the programs of the desktop', () => {
  test('are one file each but for what the first loads late, and no other', () => {
    expect([...programs.keys()]).toEqual(
      expect.arrayContaining(['main.mjs', 'preload.cjs', 'writer-thread.mjs', ...parts]),
    );
    expect(programs.size).toBe(desktopBuilds().length + parts.length);
  });

  test('begin with what the window needs: nothing of the schemas, the engine or the library of updates', () => {
    const begins = [programs.get('main.mjs') ?? '', programs.get('preload.cjs') ?? ''];
    for (const code of begins) {
      expect(code).not.toMatch(/node_modules\/(zod|electron-updater)|ZodType/);
      // Of the languages English alone.
      expect(code).not.toContain(czech.quit);
    }
    expect(programs.get('cs.mjs')).toContain(czech.quit);
    const early = imports.get('main.mjs')?.filter(name => name.startsWith('node:')) ?? [];
    expect(early).not.toContain('node:tls');
    expect(programs.get('open-app.mjs')).toMatch(/ZodType/);
  });

  test('every thread that the sources start is among them', () => {
    const code = [...programs.values()].join('\n');
    const started = [...code.matchAll(/new URL\(`\.\/([\w-]+)\.\$\{\w+\}`, import\.meta\.url\)/g)];
    expect(started.length).toBeGreaterThan(0);
    for (const [, name] of started) expect([...programs.keys()]).toContain(`${name}.mjs`);
  });

  test('load what Node has and, the threads apart, Electron; no library is left to be found', () => {
    for (const [name, asked] of imports) {
      const isOfMain = name === 'main.mjs' || parts.includes(name);
      const own = /-(thread|process)\.mjs$/.test(name) ? [] : ['electron'];
      if (isOfMain) own.push('main.mjs', ...parts);
      // What is loaded late in a program of one file is loaded from the program itself.
      const known = [name, ...own, ...builtinModules.flatMap(each => [each, `node:${each}`])];
      const foreign = asked.filter(each => !known.includes(each) && each !== 'node:sqlite');
      expect(foreign, name).toEqual([]);
    }
    expect(imports.get('main.mjs')).toContain('electron');
  });
});

describe('the preload', () => {
  type Listener = (event: unknown, ...rest: unknown[]) => void;

  /** Evaluates it with the parameters that Electron compiles a sandboxed preload with. */
  function evaluate() {
    const required: string[] = [];
    const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>();
    const heard = new Map<string, Listener>();
    const invoked: unknown[][] = [];
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, value: Record<string, () => unknown>) =>
          exposed.set(name, value),
      },
      ipcRenderer: {
        on: (channel: string, listener: Listener) => heard.set(channel, listener),
        invoke: async (...args: unknown[]) => {
          invoked.push(args);
          return { ok: true, value: [] };
        },
      },
    };
    const require = (name: string) => {
      required.push(name);
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}`);
    };
    const parameters = [
      'require',
      'process',
      'exports',
      'module',
      'Buffer',
      'global',
      'setImmediate',
      'clearImmediate',
    ];
    const run = new Function(...parameters, programs.get('preload.cjs') ?? '');
    const module = { exports: {} };
    const process = { platform: 'linux', versions: {}, env: {}, argv: [] };
    run(require, process, module.exports, module, Buffer, globalThis, setImmediate, clearImmediate);
    const bridge = exposed.get('mailstow');
    if (bridge === undefined) throw new Error('Nothing was exposed.');
    const { call, subscribe } = bridge;
    if (call === undefined || subscribe === undefined) throw new Error('Something is missing.');
    const [[channel, hear] = []] = heard;
    return { required, exposed, invoked, bridge, call, subscribe, channel, hear };
  }

  test('asks for Electron alone, and exposes the contract alone', () => {
    const { required, exposed, bridge } = evaluate();
    expect(required).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['mailstow']);
    expect(Object.keys(bridge).sort()).toEqual(['call', 'subscribe']);
  });

  test('passes on every call of the contract', async () => {
    const { call, invoked } = evaluate();
    for (const name of Object.keys(calls)) await call(name, { some: 'input' });
    const channels = new Set(invoked.map(([channel]) => channel));
    expect(channels.size).toBe(1);
    expect(invoked.map(([, name]) => name)).toEqual(Object.keys(calls));
    expect(invoked[0]?.[2]).toEqual({ some: 'input' });
  });

  test.each(['app.quit', 'toString', '__proto__', '', undefined])(
    'refuses the call %s',
    async name => {
      const { call, invoked } = evaluate();
      await expect(call(name, undefined)).rejects.toThrow('no such call');
      expect(invoked).toEqual([]);
    },
  );

  test('hands every event of the contract to those who subscribed to it, without what it came with', () => {
    const { subscribe, hear } = evaluate();
    const sender = { sender: 'what a page must never see' };
    const got: unknown[][] = [];
    for (const name of Object.keys(events)) {
      subscribe(name, (...args: unknown[]) => got.push([name, ...args]));
      hear?.(sender, name, { of: name });
    }
    expect(got).toEqual(Object.keys(events).map(name => [name, { of: name }]));
  });

  test('ends a subscription, also one of two with the same listener', () => {
    const { subscribe, hear } = evaluate();
    let count = 0;
    const listener = () => count++;
    const end = subscribe('run.changed', listener) as () => void;
    subscribe('run.changed', listener);
    hear?.({}, 'run.changed', {});
    expect(count).toBe(2);
    end();
    hear?.({}, 'run.changed', {});
    expect(count).toBe(3);
  });

  test('listens to no other event', () => {
    const { subscribe } = evaluate();
    expect(() => subscribe('mailstow:call', () => undefined)).toThrow('no such event');
    expect(() => subscribe('run.changed', 'not a function')).toThrow('no such event');
  });
});
