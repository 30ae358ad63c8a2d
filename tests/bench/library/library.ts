import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recordFormat } from '../../../electron/engine/archive/layout/archive-format.ts';
import { Catalog } from '../../../electron/engine/catalog/catalog.ts';
import { openDatabase } from '../../../electron/engine/catalog/database.ts';
import { MailboxRows } from '../../../electron/engine/catalog/mailbox-rows.ts';
import { SortIndexes } from '../../../electron/engine/catalog/sort-indexes.ts';
import { corpora, fillAccount } from '../accounts.ts';
import { measure } from '../measure/measure.ts';
import { type Figure, median } from '../report/results.ts';
import type { Outcome, Stage } from '../stage.ts';
import type { LibraryRunJob, LibraryRunTimes } from './first-run.ts';
import { type LibraryRow, libraryRows } from './rows.ts';

/** Names of the figures, where the targets find them. */
export const libraryFigures = {
  with: 'M, first run of the app with the library, seconds',
  without: 'M, first run of the app without the library, seconds',
  listed: 'M, from the start until the library has everything, seconds',
  firstRows: 'library of 1,000,000 messages, first rows, ms',
  bytes: 'library of 1,000,000 messages, bytes a message',
} as const;

/** First runs of the app that list what is stored and that do not, in turns. */
export async function runsWithLibrary(stage: Stage): Promise<Outcome> {
  const { dovecot, folder, signal, rounds } = stage;
  stage.report('library: filling an account of preset M');
  const { user, password, messages } = await fillAccount(dovecot, corpora.M, 1, signal);
  const times: Record<'with' | 'without' | 'listed', number[]> = {
    with: [],
    without: [],
    listed: [],
  };
  for (let round = 1; round <= rounds; round += 1) {
    for (const library of [false, true]) {
      const job: LibraryRunJob = {
        ...{ user, password, messages, library, ca: dovecot.ca, port: dovecot.ports.imaps },
        folder: join(folder, `${library ? 'with' : 'without'}-${round}`),
      };
      const program = join(import.meta.dirname, 'first-run.ts');
      const { stdout } = await measure([process.execPath, program, JSON.stringify(job)], signal);
      const { run, listed }: LibraryRunTimes = JSON.parse(stdout);
      stage.report(`first run ${library ? 'with' : 'without'} library ${run.toFixed(2)} s`);
      times[library ? 'with' : 'without'].push(run);
      if (library) times.listed.push(listed);
    }
  }
  const figures = (['with', 'without', 'listed'] as const).map(each => ({
    name: libraryFigures[each],
    value: median(times[each]),
  }));
  return { timings: [], figures };
}

const million = 1_000_000;
/** Rows that a window asks for at once. */
const page = 100;

/** Asks a library of a million messages what a window asks when it opens. */
export async function largeLibrary(stage: Stage): Promise<Outcome> {
  const folder = join(stage.folder, 'archive');
  stage.report(`library: listing ${million} messages`);
  fillCatalog(folder, libraryRows(million));
  const bytes = statSync(join(folder, '.mailstow/catalog.sqlite')).size / million;
  const firsts: number[] = [];
  for (let round = 1; round <= stage.rounds; round += 1) {
    const catalog = new Catalog(folder, () => undefined);
    // The thread is there before anybody looks at a list.
    await catalog.place(0);
    firsts.push(await timeToRows(catalog));
    await catalog.close();
  }
  const figures: Figure[] = [
    { name: libraryFigures.firstRows, value: median(firsts) },
    { name: libraryFigures.bytes, value: bytes },
  ];
  for (const { name, value } of figures) stage.report(`${name}: ${value.toFixed(1)}`);
  return { timings: [], figures };
}

/** Milliseconds until the first rows are there. */
async function timeToRows(catalog: Catalog): Promise<number> {
  const start = performance.now();
  await catalog.messages({ sort: 'date', descending: true, offset: 0, limit: page });
  return performance.now() - start;
}

/** By the catalog's own functions, in batches as large as its own; without the files. */
function fillCatalog(folder: string, rows: Iterable<LibraryRow>): void {
  const own = join(folder, '.mailstow');
  mkdirSync(own, { recursive: true });
  recordFormat(own, { layout: 'folders', extension: '.eml' }, true);
  const database = openDatabase(folder);
  const mailboxes = new Map<string, MailboxRows>();
  let uid = 0;
  database.exec('BEGIN');
  for (const { mailbox, date, unread, size, ...summary } of rows) {
    uid += 1;
    const known = mailboxes.get(mailbox) ?? new MailboxRows(database, mailbox);
    mailboxes.set(mailbox, known);
    const name = `2024-03-01 0912 ${summary.subject.slice(0, 40)} [${uid}].eml`;
    const flags = unread ? '' : '\\Seen';
    known.apply(
      { type: 'stored', kind: 'full', message: { uid, size, flags, internalDate: date, name } },
      {
        ...{ ...summary, date, recipients: 'Accounts Team', own: uid },
        answered: summary.subject.startsWith('Re: ') ? [uid - 1] : [],
      },
    );
    if (uid % 2_000 === 0) database.exec('COMMIT; BEGIN');
  }
  database.exec('COMMIT');
  const indexes = new SortIndexes(database);
  while (indexes.makeOne());
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}
