import type { DatabaseSync } from 'node:sqlite';
import { unreadReason } from '../../../shared/model/search.ts';
import { ArchiveReader } from '../archive/archive-reader.ts';
import { readFormat } from '../archive/layout/archive-format.ts';
import type { MessageKind } from '../archive/layout/kind.ts';
import { isHeader } from '../archive/layout/kind.ts';
import { numberIn, type Row, textIn } from '../catalog/columns.ts';
import { isDamage, removeFiles } from '../catalog/database.ts';
import { rowOf } from '../catalog/queries.ts';
import { MailstowError } from '../errors.ts';
import { withMessage } from '../mail/message-file.ts';
import { CatalogNames } from './catalog-names.ts';
import { Find, type Found, type Hit, type Page } from './find.ts';
import { FoundPlaces } from './found-places.ts';
import { isWhole, openToAsk } from './index-database.ts';
import { indexBytes, indexPlace, stampOf } from './index-files.ts';
import { countKinds } from './kinds.ts';
import { fileTexts, Look } from './look.ts';
import { LookedUp } from './looked-up.ts';
import { type MessageText, messageText } from './message-text.ts';
import { type Plan, planOf } from './plan.ts';
import type {
  IndexStatus,
  SearchCalls,
  SearchRequest,
  SearchResult,
  SearchRow,
} from './search-calls.ts';
import { beginning, type Snippet, Snippets } from './snippet.ts';
import { type FileOf, StoredFiles } from './stored-files.ts';

type Input<Name extends keyof SearchCalls> = SearchCalls[Name]['input'];
type Output<Name extends keyof SearchCalls> = SearchCalls[Name]['output'];

/** Milliseconds that one question looks into files; the next one goes on. */
const patience = 200;
/** Candidates that are listed before any is looked into, and how many times more the next time. */
const firstCandidates = 1_000;
const growth = 8;
/** Questions whose looks are remembered: those of somebody who types and pages. */
const mostRemembered = 8;
/** Milliseconds after which a question looks whether another file answers now. */
const betweenLooks = 1_000;

interface Open {
  /** Of the files as they were when they were opened. */
  readonly stamp: string;
  readonly path: string;
  readonly database: DatabaseSync;
  readonly find: Find;
  readonly names: CatalogNames;
  readonly files: StoredFiles;
}

/** Answers what is asked of the index of one archive; within the thread that it lives in. */
export class SearchStore {
  readonly #folder: string;
  readonly #spare: string | undefined;
  readonly #looked = new Map<string, LookedUp>();
  #open: Open | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** @param folder the archive, absolute @param spare see `catalogPath` */
  constructor(folder: string, spare: string | undefined) {
    this.#folder = folder;
    this.#spare = spare;
  }

  /** A damaged index is taken away: the thread that writes makes another one. */
  async mended<Result>(question: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await question();
    } catch (error) {
      if (!isDamage(error)) throw error;
      const path = this.#open?.path;
      this.leave();
      if (path !== undefined) removeFiles(path);
      return await question();
    }
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const open = this.#opened();
    if (open === undefined) return { hits: [], total: 0, atLeast: false, goesOn: false };
    const { query, mailbox, sort } = request;
    const plan = planOf(query, { mailbox }, open.names);
    if (plan.looks.length > 0) return await this.#lookInto(open, plan, request);
    const found =
      sort === 'relevance' ? open.find.byRelevance(plan, request) : open.find.byDate(plan, request);
    return { ...found, goesOn: false };
  }

  async rows({ query, hits }: Input<'rows'>): Promise<SearchRow[]> {
    const open = this.#opened();
    if (open === undefined) return [];
    const snippets = new Snippets(query);
    const places = new FoundPlaces(query);
    const rows: SearchRow[] = [];
    for (const hit of hits) {
      const row = this.#row(open, hit.id);
      if (row === undefined) continue;
      const text = await this.#text(open, row);
      const { snippet, isInBody } = snippetOf(open, snippets, hit, text);
      const shown = rowOf(row);
      rows.push({
        ...shown,
        mailbox: textIn(row, 'folder'),
        uid: numberIn(row, 'uid'),
        path: open.files.pathOf(fileOf(row)),
        from: text?.from ?? shown.sender,
        flagged: row.flagged === 1,
        snippet,
        where: [
          ...(text === undefined ? [] : places.of(text)),
          ...(isInBody ? (['body'] as const) : []),
          ...(snippet.attachment === undefined ? [] : (['attachment'] as const)),
        ],
      });
    }
    return rows;
  }

  status(): IndexStatus {
    const open = this.#opened();
    const place = indexPlace(this.#folder, this.#spare);
    const bytes = place === undefined ? 0 : indexBytes(place);
    const isThere = open !== undefined || readFormat(this.#folder) !== undefined;
    if (open === undefined)
      return { isThere, done: 0, of: 0, attachments: 0, unreadable: 0, bytes };
    const count = (sql: string) => numberIn(open.database.prepare(sql).get() ?? {}, 'number');
    const of = count('SELECT sum(own) AS number FROM catalog.mailboxes');
    const behind = count('SELECT count(*) AS number FROM catalog.unindexed');
    const done = count('SELECT count(*) AS number FROM documents WHERE message IS NOT NULL');
    return {
      // Of an older index that still answers, the queue says nothing.
      done: isWhole(open.database) ? Math.min(done, Math.max(0, of - behind)) : Math.min(done, of),
      of,
      attachments: count(
        'SELECT count(*) AS number FROM documents WHERE pending = 1 AND message IS NOT NULL',
      ),
      unreadable: count(
        `SELECT count(*) AS number FROM files JOIN documents ON documents.id = files.document
         WHERE files.unread IS NOT NULL AND message IS NOT NULL`,
      ),
      bytes,
      isThere,
    };
  }

  unreadable({ most }: Input<'unreadable'>): Output<'unreadable'> {
    const open = this.#opened();
    if (open === undefined) return { total: 0, rows: [] };
    const rows = open.database
      .prepare(
        `SELECT messages.id, sender, subject, messages.date, files.name, files.type, files.size,
           files.unread AS reason
         FROM files JOIN documents ON documents.id = files.document
           JOIN catalog.messages AS messages ON messages.id = documents.message
         WHERE files.unread IS NOT NULL ORDER BY messages.date DESC LIMIT ?`,
      )
      .all(most);
    return {
      total: this.status().unreadable,
      rows: rows.map(row => ({
        messageId: numberIn(row, 'id'),
        sender: textIn(row, 'sender'),
        subject: textIn(row, 'subject'),
        date: numberIn(row, 'date'),
        name: textIn(row, 'name'),
        type: textIn(row, 'type'),
        size: numberIn(row, 'size'),
        reason: unreadReason.catch('damaged').parse(row.reason),
      })),
    };
  }

  matchesInside({ query, messageId }: Input<'matchesInside'>): Output<'matchesInside'> {
    const open = this.#opened();
    const row = open?.database.prepare('SELECT id FROM documents WHERE message = ?').get(messageId);
    if (open === undefined || row === undefined) return [];
    const snippets = new Snippets(query);
    return fileTexts(open.database, numberIn(row, 'id'))
      .map(({ start, text }) => ({ start, count: snippets.count(text) }))
      .filter(({ count }) => count > 0);
  }

  async kinds(): Promise<Output<'kinds'>> {
    for (;;) {
      const open = this.#opened();
      if (open === undefined) return [];
      const kinds = await countKinds(open.database, () => this.#open === open);
      if (kinds !== undefined) return kinds;
    }
  }

  leave(): undefined {
    this.#open?.database.close();
    this.#open = undefined;
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    this.#looked.clear();
  }

  /** What the index finds is only what may fit; the messages themselves say which do. */
  async #lookInto(open: Open, plan: Plan, request: SearchRequest): Promise<SearchResult> {
    const { query, mailbox, sort, descending, offset, limit } = request;
    const list = (page: Page) =>
      sort === 'relevance' ? open.find.byRelevance(plan, page) : open.find.byDate(plan, page);
    const until = performance.now() + patience;
    const looked = this.#lookedUp(JSON.stringify([query, mailbox, sort, descending]));
    const look = new Look(open.database, plan.looks, open.names);
    const needed = offset + limit;
    let found: Found;
    let isDone = false;
    for (let most = firstCandidates; ; most *= growth) {
      found = list({ offset: 0, limit: most, descending });
      looked.begin();
      isDone = await looked.goOn(found.hits, needed, until, async hit => {
        const row = this.#row(open, hit.id);
        if (row === undefined) return false;
        return look.fits(hit.document, await this.#text(open, row));
      });
      if (!isDone || !found.atLeast) break;
    }
    const hits = looked.accepted.slice(offset, needed);
    const isEnough = looked.accepted.length >= needed;
    return { hits, total: looked.accepted.length, atLeast: !isDone, goesOn: !isDone && !isEnough };
  }

  #lookedUp(key: string): LookedUp {
    const looked = this.#looked.get(key) ?? new LookedUp();
    this.#looked.delete(key);
    this.#looked.set(key, looked);
    for (const oldest of this.#looked.keys()) {
      if (this.#looked.size <= mostRemembered) break;
      this.#looked.delete(oldest);
    }
    return looked;
  }

  #row({ database }: Open, id: number): Row | undefined {
    return database
      .prepare(
        `SELECT messages.*, mailboxes.name AS folder FROM catalog.messages
           JOIN catalog.mailboxes ON mailboxes.id = messages.mailbox WHERE messages.id = ?`,
      )
      .get(id);
  }

  async #text({ files }: Open, row: Row): Promise<MessageText | undefined> {
    const file = fileOf(row);
    try {
      return await withMessage(files.pathOf(file), each =>
        messageText(each, isHeader(file.kind as MessageKind)),
      );
    } catch (error) {
      if (error instanceof MailstowError) return undefined;
      throw error;
    }
  }

  /** @returns undefined where there is no index (yet) */
  #opened(): Open | undefined {
    if (performance.now() - this.#lookedAt < betweenLooks) return this.#open;
    this.#lookedAt = performance.now();
    const place = indexPlace(this.#folder, this.#spare);
    if (place === undefined || readFormat(this.#folder) === undefined) return undefined;
    const stamp = stampOf(place);
    if (this.#open?.stamp === stamp) return this.#open;
    this.leave();
    const opened = openToAsk(place);
    if (opened === undefined) return undefined;
    const { database, path } = opened;
    const archive = new ArchiveReader(this.#folder);
    this.#lookedAt = performance.now();
    this.#open = {
      stamp,
      path,
      database,
      find: new Find(database),
      names: new CatalogNames(database, name => archive.names.delimiterOf(name)),
      files: new StoredFiles(archive),
    };
    return this.#open;
  }
}

function fileOf(row: Row): FileOf {
  return {
    mailbox: textIn(row, 'folder'),
    kind: textIn(row, 'kind'),
    uid: numberIn(row, 'uid'),
    name: typeof row.name === 'string' ? row.name : undefined,
  };
}

function snippetOf(
  { database }: Open,
  snippets: Snippets,
  { document }: Hit,
  text: MessageText | undefined,
): { snippet: Snippet; isInBody: boolean } {
  const bodies = text?.bodies ?? [];
  const inBody = snippets.of(bodies);
  if (inBody !== undefined) return { snippet: inBody, isInBody: true };
  const files = document === 0 ? [] : fileTexts(database, document);
  for (const { name, text: inside } of files) {
    const found = snippets.of([inside]);
    if (found !== undefined) return { snippet: { ...found, attachment: name }, isInBody: false };
  }
  return { snippet: beginning(bodies), isInBody: false };
}
