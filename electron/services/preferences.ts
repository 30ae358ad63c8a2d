import { type Input, type Settings, settings } from '../../shared/contract.ts';
import { type Language, languageOf } from '../../shared/i18n/languages.ts';
import type { Events } from './events.ts';
import { JsonFile } from './json-file.ts';

const initial: Settings = {
  language: 'system',
  theme: 'system',
  panes: [],
  density: 'comfortable',
  conversations: false,
  trace: false,
  updates: 'unasked',
};

/** How the person likes the window. */
export class Preferences {
  readonly #file: JsonFile<Settings>;
  readonly #events: Events;

  /** @param userData folder of the person's data */
  constructor(userData: string, events: Events) {
    this.#events = events;
    this.#file = new JsonFile({
      folder: userData,
      name: 'settings.json',
      what: 'settings',
      empty: initial,
      // A setting that came later has its first value.
      parse: content => settings.parse({ ...initial, ...Object(content) }),
      migrations: [],
    });
  }

  get(): Settings {
    return this.#file.read();
  }

  /** That of the window. @param system the system's, as BCP 47 says it */
  language(system: string): Language {
    const { language } = this.get();
    return languageOf(language === 'system' ? system : language);
  }

  set(changes: Input<'settings.set'>): Settings {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const changed = { ...this.get(), ...Object.fromEntries(given) };
    this.#file.write(changed);
    this.#events.emit('settings.changed', changed);
    return changed;
  }
}
