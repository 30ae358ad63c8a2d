import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MergedPages, type NamedList } from '../../../electron/services/library/merged-pages.ts';
import type { Sortable } from '../../../electron/services/library/split-at.ts';

/** Lists in memory, which count what they are asked. */
class Lists {
  readonly #dates: number[][];
  #versions: number[];
  questions = 0;
  rowsRead = 0;

  /** @param dates of the rows of each list, whose ids are their places there */
  constructor(dates: readonly (readonly number[])[]) {
    this.#dates = dates.map(each => [...each]);
    this.#versions = dates.map(() => 0);
  }

  change(list: number, dates: readonly number[]): void {
    const at = list % this.#dates.length;
    this.#dates[at] = [...dates];
    this.#versions = this.#versions.with(at, (this.#versions[at] ?? 0) + 1);
  }

  asked(descending: boolean): NamedList<Sortable>[] {
    return this.#dates.map((dates, list) => {
      const rows = sorted(rowsOf(dates), descending);
      return {
        name: `${list} ${this.#versions[list]}`,
        total: rows.length,
        page: async (offset, limit) => {
          this.questions += 1;
          const page = rows.slice(offset, offset + limit);
          this.rowsRead += page.length;
          return page;
        },
      };
    });
  }

  /** The sort of everything. */
  all(descending: boolean): string[] {
    const entries = this.#dates.flatMap((dates, list) =>
      rowsOf(dates).map(({ date, id }) => [date, list, id] as const),
    );
    entries.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const names = entries.map(([date, list, id]) => `${date} ${list} ${id}`);
    return descending ? names.reverse() : names;
  }
}

function rowsOf(dates: readonly number[]): Sortable[] {
  return dates.map((date, id) => ({ date, id }));
}

function sorted(rows: Sortable[], descending: boolean): Sortable[] {
  rows.sort((a, b) => a.date - b.date || a.id - b.id);
  return descending ? rows.reverse() : rows;
}

async function pageOf(
  pages: MergedPages<Sortable>,
  lists: Lists,
  descending: boolean,
  page: { offset: number; limit: number },
): Promise<string[]> {
  const entries = await pages.page(lists.asked(descending), page);
  return entries.map(({ row, list }) => `${row.date} ${list} ${row.id}`);
}

/** Few different dates, so that many are equal, or as many as there are rows. */
const someDates = fc
  .constantFrom(3, 1_000_000)
  .chain(most => fc.array(fc.integer({ min: 0, max: most }), { maxLength: 700, size: 'max' }));
const aStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      offset: fc.integer({ min: 0, max: 2_000 }),
      limit: fc.integer({ min: 1, max: 150 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ list: fc.nat(4), dates: someDates }) },
);

describe('pages of several lists in one', () => {
  test('are what sorting everything gives, wherever they begin and whatever changes between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someDates, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.array(aStep, { minLength: 1, maxLength: 12 }),
        async (dates, descending, steps) => {
          const lists = new Lists(dates);
          const pages = new MergedPages<Sortable>(descending);
          for (const step of steps) {
            if ('list' in step) {
              lists.change(step.list, step.dates);
              continue;
            }
            const { offset, limit } = step;
            const expected = lists.all(descending).slice(offset, offset + limit);
            expect(await pageOf(pages, lists, descending, step)).toEqual(expected);
          }
        },
      ),
    );
  });

  test('follow each other up and down, each at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someDates, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.array(fc.nat(20), { maxLength: 30 }),
        async (dates, descending, places) => {
          const lists = new Lists(dates);
          const all = lists.all(descending);
          const pages = new MergedPages<Sortable>(descending);
          const asked = places.map(place => ({ offset: place * 100, limit: 100 }));
          // As a window asks for all that is in sight.
          const found = await Promise.all(
            asked.map(page => pageOf(pages, lists, descending, page)),
          );
          expect(found).toEqual(asked.map(({ offset }) => all.slice(offset, offset + 100)));
        },
      ),
    );
  });

  test('cost few questions and few rows', async () => {
    const length = 20_000;
    const dates = [611, 7_919, 104_729].map(factor =>
      Array.from({ length }, (_, index) => (index * factor) % 1_000_003),
    );
    // The last list is a newer account's.
    const lists = new Lists([...dates.slice(0, 2), (dates[2] ?? []).map(date => date / 2 + 2e5)]);
    const all = lists.all(true);
    const pages = new MergedPages<Sortable>(true);
    const costOf = async (offset: number) => {
      lists.questions = 0;
      lists.rowsRead = 0;
      const found = await pageOf(pages, lists, true, { offset, limit: 100 });
      expect(found).toEqual(all.slice(offset, offset + 100));
      return { questions: lists.questions, rows: lists.rowsRead };
    };
    const aPageEach = { questions: 3, rows: 300 };
    expect(await costOf(0)).toEqual(aPageEach);
    expect(await costOf(100)).toEqual(aPageEach);
    expect((await costOf(3 * length - 100)).questions).toBeLessThanOrEqual(3);
    const jump = await costOf(27_700);
    expect(jump.questions).toBeLessThanOrEqual(3 * Math.ceil(Math.log2(length)) + 3);
    expect(jump.rows).toBeLessThanOrEqual(700);
    expect(await costOf(27_800)).toEqual(aPageEach);
    expect(await costOf(27_600)).toEqual(aPageEach);
    const near = await costOf(28_300);
    expect(near.questions).toBeLessThan(jump.questions);
    lists.change(0, dates[0] ?? []);
    expect((await costOf(27_800)).questions).toBeGreaterThan(3);
  });
});
