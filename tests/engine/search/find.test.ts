import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { CatalogNames } from '../../../electron/engine/search/catalog-names.ts';
import { Find } from '../../../electron/engine/search/find.ts';
import { schema } from '../../../electron/engine/search/index-tables.ts';
import { planOf } from '../../../electron/engine/search/plan.ts';
import { Tokens } from '../../../electron/engine/search/tokens.ts';
import { WordsTables } from '../../../electron/engine/search/words-tables.ts';
import { parse } from '../../../shared/search/parse.ts';

/** More than are sorted at once, so that the newest are looked for among the newest messages. */
const messages = 6_000;

/** An index in memory in which every message has the phrase, and what SQLite was asked. */
function commonPhrase() {
  const database = new DatabaseSync(':memory:');
  database.exec(schema);
  database.exec(`ATTACH ':memory:' AS catalog;
    CREATE TABLE catalog.messages (id INTEGER PRIMARY KEY, date INTEGER, origin INTEGER, mailbox INTEGER);
    CREATE INDEX catalog.all_by_date ON messages (date, id);`);
  const tables = new WordsTables(database);
  const document = database.prepare(
    "INSERT INTO documents VALUES (?, ?, ?, 1, NULL, 'INBOX', ?, NULL, 'full', 0, 0, 0)",
  );
  const message = database.prepare('INSERT INTO catalog.messages VALUES (?, ?, NULL, 1)');
  const tokens = new Tokens();
  tokens.add('the quick brown fox');
  const indexed = tokens.asIndexed();
  database.exec('BEGIN');
  for (let id = 1; id <= messages; id += 1) {
    tables.add(id, indexed);
    document.run(id, id, id, id);
    message.run(id, id);
  }
  database.exec('COMMIT');
  const asked: string[] = [];
  /** What rows were asked to lie between. */
  const bounds: unknown[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = sql => {
    asked.push(sql);
    const statement = prepare(sql);
    if (sql.includes('BETWEEN')) {
      const get = statement.get.bind(statement);
      statement.get = (...values: never[]) => {
        bounds.push(...values.filter(value => typeof value !== 'string'));
        return get(...values);
      };
    }
    return statement;
  };
  return { database, prepare, asked, bounds };
}

test('of common words only the newest messages are gone through: FTS5 takes no bound but an INTEGER', () => {
  const { database, bounds } = commonPhrase();
  const names = new CatalogNames(database, () => '/');
  const plan = planOf(parse('quick').query, {}, names);
  const { hits } = new Find(database).byDate(plan, { offset: 0, limit: 50, descending: true });
  expect(hits).toHaveLength(50);
  expect(bounds).toEqual([BigInt(messages - 1_999), BigInt(messages)]);
  database.close();
});

test('a phrase of common words is asked of the index once, not once for each message', () => {
  const { database, prepare, asked } = commonPhrase();
  const names = new CatalogNames(database, () => '/');
  const plan = planOf(parse('"quick brown"').query, {}, names);
  const { hits, atLeast } = new Find(database).byDate(plan, {
    offset: 0,
    limit: 50,
    descending: true,
  });
  expect(hits.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, at) => messages - at));
  expect(atLeast).toBe(true);
  const phrases = asked.filter(sql => sql.includes('neighbours MATCH'));
  expect(phrases.length).toBeGreaterThan(1);
  for (const sql of phrases) {
    const steps = prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    // An equal sign in the number of the plan: a row at a time.
    expect(steps.map(({ detail }) => detail).join('\n')).not.toMatch(/words VIRTUAL TABLE.*:=/);
  }
  database.close();
});
