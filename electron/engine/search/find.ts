import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { textIn } from '../catalog/columns.ts';
import type { Sql } from '../catalog/page-sql.ts';
import type { Plan } from './plan.ts';
import { Vocabulary } from './vocabulary.ts';

/** A message that fits. */
export interface Hit {
  /** Of its document in the index; 0 where nothing was asked of the index. */
  readonly document: number;
  /** Of the message in the catalog. */
  readonly id: number;
  readonly date: number;
  /** By relevance: 0 before 1 before 2. */
  readonly step: number;
}

export interface Found {
  /** In their order. */
  readonly hits: readonly Hit[];
  /** How many there are; with `atLeast` there are more, and nobody counted them. */
  readonly total: number;
  readonly atLeast: boolean;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly descending: boolean;
}

/** Hits that are all read, and sorted, before anything else is tried. */
const probed = 5_000;
/** Messages among which, from the one end of the list, the page is looked for. */
const windows = [2_000, 10_000, 50_000];
/** Messages that are counted. */
const mostCounted = 1_000;
/** Stretches of row ids in which FTS5 looks one after the other. */
const mostStretches = 16;
/** What lies between two messages of one stretch is passed over faster than another is begun. */
const shortGap = 200;

/**
 * Finds the first messages by date that fit. Row ids of the index say nothing of dates, so: few hits are read and sorted;
 * of many, the newest are among the newest messages, whose row ids lie in a few stretches, where FTS5 looks for
 * nothing else; a narrow filter is such a stretch. Only what is frequent and old takes a look at every hit.
 */
export class Find {
  readonly #database: DatabaseSync;
  readonly #vocabulary: Vocabulary;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#vocabulary = new Vocabulary(database);
  }

  byDate(plan: Plan, page: Page): Found {
    const { words } = plan;
    return words === undefined ? this.#listed(plan, page) : this.#withWords(words, plan, page);
  }

  /** What is in subjects, senders and names of files first, then what is partly there, then the rest. */
  byRelevance(plan: Plan, page: Page): Found {
    const { words, headline } = plan;
    if (words === undefined || headline === undefined) return this.byDate(plan, page);
    const steps = [
      `(${words} AND ${headline.all})`,
      `((${words} AND ${headline.some}) NOT ${headline.all})`,
      `(${words} NOT ${headline.some})`,
    ];
    const hits: Hit[] = [];
    let total = 0;
    let atLeast = false;
    for (const [index, step] of steps.entries()) {
      const offset = Math.max(0, page.offset - total);
      const limit = page.limit - hits.length;
      if (atLeast && limit === 0) break;
      const found = this.#withWords(step, plan, { ...page, offset, limit });
      hits.push(...found.hits.map(hit => ({ ...hit, step: index })));
      total += found.total;
      atLeast ||= found.atLeast;
    }
    return { hits, total, atLeast };
  }

  /** No words: what the catalog alone knows. */
  #listed(plan: Plan, { offset, limit, descending }: Page): Found {
    const hits = this.#candidates(plan, offset + limit, descending, false);
    const counted =
      hits.length < offset + limit
        ? hits.length
        : this.#candidates(plan, Math.max(mostCounted, offset + limit) + 1, descending, false)
            .length;
    return pageOf(
      hits,
      counted,
      { offset, limit, descending },
      counted > Math.max(mostCounted, offset + limit),
    );
  }

  #withWords(words: string, plan: Plan, page: Page): Found {
    const needed = page.offset + page.limit;
    const first = this.#matching(words, plan, probed + 1);
    if (first.length <= probed) {
      const hits = sorted(this.#passing(plan, first), page.descending);
      return pageOf(hits, hits.length, page, false);
    }
    const least = this.#passing(plan, first).length;
    for (const most of windows) {
      if (needed > most) continue;
      const candidates = this.#candidates(plan, most, page.descending, true);
      const hits = this.#among(words, plan, candidates);
      if (candidates.length < most) return pageOf(hits, hits.length, page, false);
      if (hits.length >= needed) return pageOf(hits, Math.max(hits.length, least), page, true);
      // As rare among these as that, it takes fewer steps to look at every hit.
      if (hits.length * 20 < needed) break;
    }
    const hits = this.#all(words, plan, needed + 1, page.descending);
    return pageOf(hits, Math.max(hits.length, least), page, hits.length > needed);
  }

  /** Row ids of the index that have the words, in no order. */
  #matching(words: string, plan: Plan, most: number): number[] {
    const match = matchOf(this.#vocabulary.spelledOut(words), plan);
    const row = this.#statement(
      `SELECT json_group_array(rowid) AS found
       FROM (SELECT rowid FROM words WHERE ${match.sql} LIMIT ?)`,
    ).get(...match.values, most);
    return JSON.parse(textIn(row ?? {}, 'found'));
  }

  /** Those of them that the rest of the query lets through. */
  #passing(plan: Plan, documents: readonly number[]): Hit[] {
    const { sql, values } = conditionsOf(plan);
    const hasConditions = sql !== '';
    return this.#hits(
      `SELECT documents.id AS document, documents.message AS id, documents.date AS date
       FROM json_each(?) AS found CROSS JOIN documents ON documents.id = found.value
         ${hasConditions ? 'CROSS JOIN catalog.messages AS messages ON messages.id = documents.message' : ''}
       WHERE documents.message IS NOT NULL ${sql}`,
      [JSON.stringify(documents), ...values],
    );
  }

  /** Every hit, looked at. */
  #all(words: string, plan: Plan, most: number, descending: boolean): Hit[] {
    const { sql, values } = conditionsOf(plan);
    const match = matchOf(words, plan);
    const order = descending ? 'DESC' : 'ASC';
    return this.#hits(
      `SELECT documents.id AS document, documents.message AS id, documents.date AS date
       FROM words CROSS JOIN documents ON documents.id = words.rowid
         ${sql === '' ? '' : 'CROSS JOIN catalog.messages AS messages ON messages.id = documents.message'}
       WHERE ${match.sql} AND documents.message IS NOT NULL ${sql}
       ORDER BY documents.date ${order}, documents.message ${order} LIMIT ?`,
      [...match.values, ...values, most],
    );
  }

  /** The first messages of the list that everything but the words lets through. */
  #candidates(plan: Plan, most: number, descending: boolean, isIndexed: boolean): Hit[] {
    const order = descending ? 'DESC' : 'ASC';
    const { conditions, mailboxes, flag } = plan;
    const { sql, values } = joined(conditions);
    const documents = isIndexed || sql.includes('documents.');
    const index = flag === undefined ? 'all_by_date' : `${flag}_by_date`;
    const source =
      mailboxes === undefined
        ? `catalog.messages AS messages INDEXED BY ${index}`
        : `catalog.messages AS listed CROSS JOIN catalog.messages AS messages
             ON messages.id = coalesce(listed.origin, listed.id)`;
    const where =
      mailboxes === undefined
        ? `messages.origin IS NULL ${flag === undefined ? '' : `AND messages.${flag} = 1`}`
        : mailboxes.length === 1
          ? `listed.mailbox = ${mailboxes[0]}`
          : `listed.mailbox IN (SELECT value FROM json_each('${JSON.stringify(mailboxes)}'))`;
    return this.#hits(
      `SELECT ${(mailboxes?.length ?? 1) > 1 ? 'DISTINCT' : ''}
         ${documents ? 'documents.id' : '0'} AS document, messages.id AS id, messages.date AS date
       FROM ${source} ${documents ? 'CROSS JOIN documents ON documents.message = messages.id' : ''}
       WHERE ${where} ${sql}
       ORDER BY ${mailboxes === undefined ? 'messages' : 'listed'}.date ${order}, messages.id ${order} LIMIT ?`,
      [...values, most],
    );
  }

  /** Those of the candidates that have the words, in their order. */
  #among(words: string, plan: Plan, candidates: readonly Hit[]): Hit[] {
    const found = new Set<number>();
    const spelledOut = this.#vocabulary.spelledOut(words);
    for (const stretch of stretchesOf(candidates.map(({ document }) => document))) {
      const { sql, values } = matchOf(spelledOut, plan, stretch);
      const statement = this.#statement(
        `SELECT json_group_array(rowid) AS found FROM words WHERE ${sql}`,
      );
      const row = statement.get(...values) ?? {};
      for (const id of JSON.parse(textIn(row, 'found')) as number[]) found.add(id);
    }
    return candidates.filter(({ document }) => found.has(document));
  }

  /** One text of all: a row for each would take longer than finding them. */
  #hits(sql: string, values: readonly SQLInputValue[]): Hit[] {
    const row =
      this.#statement(
        `SELECT json_group_array(document) AS documents, json_group_array(id) AS ids,
           json_group_array(date) AS dates FROM (${sql})`,
      ).get(...values) ?? {};
    const documents: number[] = JSON.parse(textIn(row, 'documents'));
    const ids: number[] = JSON.parse(textIn(row, 'ids'));
    const dates: number[] = JSON.parse(textIn(row, 'dates'));
    return documents.map((document, index) => ({
      document,
      id: ids[index] as number,
      date: dates[index] as number,
      step: 0,
    }));
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    // A query may have any number of conditions.
    if (this.#statements.size >= 100) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** What a row of `words` is asked. @param words instead of the plan's own @param stretch of row ids */
function matchOf(words: string, { neighbours }: Plan, ids: readonly number[] = []): Sql {
  // A number of JavaScript is a REAL to SQLite, and FTS5 heeds INTEGERs alone: it would go through all its rows.
  const stretch = ids.map(BigInt);
  const range = stretch.length === 0 ? '' : 'AND rowid BETWEEN ? AND ?';
  if (neighbours === undefined)
    return { sql: `words MATCH ? ${range}`, values: [words, ...stretch] };
  return {
    // The sign keeps SQLite from asking `words` anew for each row.
    sql: `words MATCH ? ${range} AND +words.rowid IN
      (SELECT rowid FROM neighbours WHERE neighbours MATCH ? ${range})`,
    values: [words, ...stretch, neighbours, ...stretch],
  };
}

/** Few stretches that hold all of these: where the widest gaps are, one ends and another begins. */
function stretchesOf(ids: readonly number[]): [start: number, end: number][] {
  const ascending = [...ids].sort((a, b) => a - b);
  const [first] = ascending;
  if (first === undefined) return [];
  const gaps = ascending
    .slice(1)
    .map((id, index) => ({ index, gap: id - (ascending[index] as number) }))
    .filter(({ gap }) => gap > shortGap)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, mostStretches - 1)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  const starts = [0, ...gaps.map(index => index + 1)];
  const ends = [...gaps, ascending.length - 1];
  return starts.map((start, index) => [
    ascending[start] as number,
    ascending[ends[index] as number] as number,
  ]);
}

function conditionsOf({ conditions, mailboxes }: Plan): Sql {
  const own = joined(conditions);
  if (mailboxes === undefined) return own;
  const list = JSON.stringify(mailboxes);
  return {
    sql: `${own.sql} AND (messages.mailbox IN (SELECT value FROM json_each(?))
      OR EXISTS (SELECT 1 FROM catalog.messages AS listed WHERE listed.origin = messages.id
        AND listed.mailbox IN (SELECT value FROM json_each(?))))`,
    values: [...own.values, list, list],
  };
}

function joined(conditions: readonly Sql[]): Sql {
  return {
    sql: conditions.map(({ sql }) => `AND ${sql}`).join(' '),
    values: conditions.flatMap(({ values }) => values),
  };
}

function sorted(hits: Hit[], descending: boolean): Hit[] {
  const direction = descending ? -1 : 1;
  return hits.sort((a, b) => direction * (a.date - b.date || a.id - b.id));
}

function pageOf(all: readonly Hit[], counted: number, page: Page, atLeast: boolean): Found {
  const { offset, limit } = page;
  const hits = all.slice(offset, offset + limit);
  const whole = counted > mostCounted && atLeast ? counted - (counted % mostCounted) : counted;
  return { hits, total: Math.max(whole, offset + hits.length), atLeast };
}
