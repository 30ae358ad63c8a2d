import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../shared/contract.ts';
import { languages } from '../../shared/i18n/languages.ts';

type Seen = Pick<Settings, 'language' | 'theme'>;

const known = { language: ['system', ...languages], theme: ['system', 'light', 'dark'] } as const;

/** How the first window has to look, before what reads the settings in full is loaded; as the system has it where they do not say. */
export function glanceAtSettings(userData: string): Seen {
  let content: Partial<Record<keyof Seen, unknown>> = {};
  try {
    content = Object(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')).content);
  } catch {
    // There are none, or they are damaged: whoever reads them in full says so.
  }
  return {
    language: known.language.find(each => each === content.language) ?? 'system',
    theme: known.theme.find(each => each === content.theme) ?? 'system',
  };
}
