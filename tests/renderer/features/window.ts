import { cleanup, render, screen } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { createElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { onTestFinished } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { checked } from '../../../renderer/checked-bridge.ts';
import type { Place } from '../../../renderer/store/place.ts';
import { createStores, type Stores, StoresProvider } from '../../../renderer/store/stores.ts';
import { loadWords } from '../../../renderer/words/words.ts';
import type { Account, CallName, Output, RunState } from '../../../shared/contract.ts';
import { FakeBridge, fakeSurroundings } from '../fake-bridge.ts';

export interface TestWindow {
  readonly bridge: FakeBridge;
  readonly stores: Stores;
  readonly services: ReturnType<typeof fakeSurroundings>;
  /** Presses and types as a person does. */
  readonly user: UserEvent;
}

interface Options {
  readonly at: Place;
  /** What the process behind the window answers; every answer is held to the contract. */
  readonly answers?: ConstructorParameters<typeof FakeBridge>[0];
  readonly info?: Partial<Output<'app.info'>>;
  readonly accounts?: readonly Account[];
  readonly runs?: readonly RunState[];
  /** What the window before has kept. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** The whole window with its real stores, on a process that answers what the test says. */
export async function openWindow(options: Options): Promise<TestWindow> {
  const { at, answers, info, accounts = [], runs = [], kept = {} } = options;
  const about = {
    version: '1.2.3',
    host: 'browser',
    language: 'en-GB',
    keepsPasswords: true,
    looksForUpdates: true,
    logs: '/home/data/logs',
  };
  const settings = {
    language: 'system',
    theme: 'system',
    panes: [],
    density: 'comfortable',
    conversations: false,
    trace: false,
    updates: 'unasked',
  };
  const usual: Partial<Record<CallName, () => unknown>> = {
    'app.info': () => ({ ...about, ...info }),
    'settings.get': () => settings,
    'accounts.list': () => accounts,
    'runs.list': () => runs,
    'library.later': () => ({}),
    'library.previews': () => [],
    'library.conversation': () => [],
    'signIn.ways': () => ({ password: 'any' }),
    'search.state': () => [],
    'exports.list': () => [],
    'archive.whereabouts': () => ({ state: 'there' }),
  };
  const bridge = new FakeBridge({ ...usual, ...answers });
  const services = fakeSurroundings();
  for (const [key, value] of Object.entries(kept)) services.kept.set(key, value);
  const stores = createStores(checked(bridge), services, at);
  await Promise.all([
    stores.settings.getState().load(),
    stores.accounts.getState().load(),
    stores.runs.getState().load(),
  ]);
  const words = await loadWords(info?.language ?? about.language);
  const app = createElement(App);
  const withStores = createElement(StoresProvider, { value: stores }, app);
  render(createElement(I18nextProvider, { i18n: words }, withStores));
  onTestFinished(cleanup);
  return { bridge, stores, services, user: userEvent.setup() };
}

/** Chooses from a list that opens where it is asked for. */
export async function choose(user: UserEvent, label: string, option: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: new RegExp(`${label}$`) }));
  await user.click(await screen.findByRole('option', { name: option }));
}

/** The button that shows or hides the fold that these words are in. */
export function foldOf(words: HTMLElement): HTMLElement {
  const fold = words.closest('[role="group"]');
  const button = document.getElementById(fold?.getAttribute('aria-labelledby') ?? '');
  if (button === null) throw new Error('The words are in no fold.');
  return button;
}
