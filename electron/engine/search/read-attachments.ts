import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { numberIn } from '../catalog/columns.ts';
import { tellDefect } from '../defects.ts';
import { MailstowError } from '../errors.ts';
import { placeOf } from '../mail/decode-part.ts';
import { type MessageFile, openMessage } from '../mail/message-file.ts';
import { decodedPieces } from '../mail/part-bytes.ts';
import { kindOf } from './attachments/kinds.ts';
import type { AttachedBytes, Reading, ReadsAttachments } from './attachments/reading.ts';
import { type CatalogMessage, Documents } from './documents.ts';
import { addText } from './file-texts.ts';
import { inTransaction } from './in-transaction.ts';
import { messageText, type TextFile } from './message-text.ts';
import type { StoredFiles } from './stored-files.ts';
import { Tokens } from './tokens.ts';
import { WordsTables } from './words-tables.ts';

const compress = promisify(deflateRaw);

/** Characters of all files of a message that are found. */
const mostCharacters = 4_000_000;

/** A file that was read, or not. */
interface ReadFile {
  readonly start: number;
  readonly name: string;
  readonly type: string;
  /** Bytes in the message's file. */
  readonly size: number;
  readonly reading: Reading;
}

/** Puts what is in attachments into the index: one message after the other, the newest first. */
export class ReadAttachments {
  readonly #database: DatabaseSync;
  readonly #documents: Documents;
  readonly #words: WordsTables;
  readonly #files: StoredFiles;
  readonly #reader: ReadsAttachments | undefined;

  constructor(database: DatabaseSync, files: StoredFiles, reader: ReadsAttachments | undefined) {
    this.#database = database;
    this.#documents = new Documents(database);
    this.#words = new WordsTables(database);
    this.#files = files;
    this.#reader = reader;
  }

  /** What another version of the reader could not read is tried again. */
  retry(): void {
    if (this.#reader === undefined) return;
    this.#database
      .prepare(
        `UPDATE documents SET pending = 1 WHERE pending = 0 AND id IN
           (SELECT document FROM files WHERE unread IS NOT NULL AND reader <> ?)`,
      )
      .run(this.#reader.version);
  }

  /** @returns false where there is nothing (more) to read, or nothing can be read now */
  async readNext(): Promise<boolean> {
    const reader = this.#reader;
    const row = this.#database
      .prepare(
        `SELECT id, message FROM documents WHERE pending = 1 AND message IS NOT NULL
         ORDER BY date DESC LIMIT 1`,
      )
      .get();
    if (row === undefined || reader === undefined) return false;
    const document = numberIn(row, 'id');
    const message = this.#documents.message(numberIn(row, 'message'));
    if (message === undefined) return false;
    const tokens = new Tokens();
    const read = await this.#read(message, reader, tokens);
    if (read === undefined) return false;
    const packed = await Promise.all(read.map(({ reading }) => packedText(reading)));
    inTransaction(this.#database, 'index', () => {
      // It may be another message's by now, or gone.
      const now = this.#database
        .prepare('SELECT message FROM documents WHERE id = ?')
        .get(document);
      if (now?.message !== message.id) return;
      for (const [index, file] of read.entries()) {
        this.#note(document, file, packed[index], reader.version);
      }
      this.#database.prepare('UPDATE documents SET pending = 0 WHERE id = ?').run(document);
      if (!read.some(({ reading }) => 'text' in reading)) return;
      this.#words.remove(document);
      this.#words.add(document, tokens.asIndexed());
    });
    return true;
  }

  async #read(
    message: CatalogMessage,
    reader: ReadsAttachments,
    tokens: Tokens,
  ): Promise<ReadFile[] | undefined> {
    const read: ReadFile[] = [];
    let file: MessageFile;
    try {
      file = openMessage(this.#files.pathOf(message));
    } catch (error) {
      if (error instanceof MailstowError) return [];
      throw error;
    }
    try {
      const text = messageText(file, false);
      addText(tokens, text);
      let left = mostCharacters;
      for (const each of text.files) {
        if (kindOf(each.name, each.part.type) === undefined || left <= 0) continue;
        const reading = await readingOf(reader, attached(text.source, each));
        // Nothing can be read here and now, which says nothing of the file.
        if (reading === undefined) return undefined;
        const { name, part } = each;
        const size = part.end - part.start;
        read.push({ start: part.start, name, type: part.type, size, reading });
        if (!('text' in reading)) continue;
        tokens.add(reading.text);
        left -= reading.text.length;
      }
      return read;
    } finally {
      file.close();
    }
  }

  #note(document: number, file: ReadFile, text: Buffer | undefined, version: number): void {
    const { start, name, type, size, reading } = file;
    // Not of a kind that is read, whatever it is called: nothing that a person could want to know.
    const isOther = 'unread' in reading && reading.unread === 'unsupported';
    if (isOther) return;
    this.#database
      .prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        ...[document, start, name, type, size],
        'unread' in reading ? reading.unread : null,
        ...['cut' in reading && reading.cut ? 1 : 0, version],
        text ?? null,
      );
  }
}

/** @returns undefined where the reader cannot work */
async function readingOf(
  reader: ReadsAttachments,
  file: AttachedBytes,
): Promise<Reading | undefined> {
  try {
    return await reader.read(file);
  } catch (error) {
    if (error instanceof MailstowError) return undefined;
    // One message must not keep all others from being read.
    tellDefect(error);
    return { unread: 'crashed' };
  }
}

function attached(file: MessageFile, { name, part }: TextFile): AttachedBytes {
  return {
    name,
    type: part.type,
    charset: part.parameters.get('charset'),
    pieces: decodedPieces(file, placeOf(part)),
  };
}

async function packedText(reading: Reading): Promise<Buffer | undefined> {
  if (!('text' in reading) || reading.text === '') return undefined;
  return await compress(reading.text);
}
