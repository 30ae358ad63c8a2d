import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../../electron/services/host.ts';
import type { Settings } from '../../../shared/contract.ts';
import { withAccount } from '../an-app.ts';
import { nobody } from '../nobody.ts';

const isOver = ({ state }: { state: string }) => state === 'done';

describe('a report that is saved', () => {
  test.each<[Settings['language'], string, string]>([
    ['system', 'cs-CZ', 'cs'],
    ['system', 'de-AT', 'de'],
    ['system', 'it-IT', 'en'],
    ['en', 'cs-CZ', 'en'],
    ['cs', 'en-GB', 'cs'],
  ])('in the language %s where the system speaks %s is written in %s', async (...given) => {
    const [language, systemLanguage, expected] = given;
    const saved: Promise<string>[] = [];
    const host: Host = {
      ...nobody,
      language: systemLanguage,
      async deliver(file) {
        saved.push(text((await file.open()) as Readable));
        return { saved: true };
      },
    };
    const { call, until, accountId } = await withAccount({}, {}, { host });
    await call('settings.set', { language });
    await call('runs.start', { accountId });
    await until(accountId, isOver);
    expect(await call('archive.saveReport', { accountId })).toEqual({ saved: true });
    const page = await saved[0];
    expect(page).toContain(`<html lang="${expected}">`);
    expect(page).toContain({ cs: 'Úplné', de: 'Vollständig', en: 'Complete' }[expected]);
  });
});
