import { extname } from 'node:path';
import type { MessageKind } from '../archive/layout/kind.ts';
import { isHeader } from '../archive/layout/kind.ts';
import { MailstowError } from '../errors.ts';
import { withMessage } from '../mail/message-file.ts';
import { kindOf } from './attachments/kinds.ts';
import type { CatalogMessage, NewDocument } from './documents.ts';
import { type MessageText, messageText } from './message-text.ts';
import type { StoredFiles } from './stored-files.ts';
import { Tokens } from './tokens.ts';

/** Makes documents of messages. */
export class FileTexts {
  readonly #files: StoredFiles;

  constructor(files: StoredFiles) {
    this.#files = files;
  }

  /** A message whose file cannot be read is found by what the catalog has of it. */
  async read(message: CatalogMessage): Promise<NewDocument> {
    const text = await this.#text(message);
    const tokens = new Tokens();
    if (text === undefined) {
      tokens.addField('from', message.sender);
      tokens.addField('subject', message.subject);
    } else addText(tokens, text);
    return {
      message,
      tokens: tokens.asIndexed(),
      isCut: text?.isCut ?? false,
      isUnread: text === undefined,
      isPending: text?.files.some(({ name, part }) => kindOf(name, part.type)) ?? false,
    };
  }

  async #text(message: CatalogMessage): Promise<MessageText | undefined> {
    const headersOnly = isHeader(message.kind as MessageKind);
    try {
      const path = this.#files.pathOf(message);
      return await withMessage(path, file => messageText(file, headersOnly));
    } catch (error) {
      if (error instanceof MailstowError) return undefined;
      throw error;
    }
  }
}

/** All of a message but what is in its files. */
export function addText(tokens: Tokens, { from, to, subject, bodies, files }: MessageText): void {
  tokens.addField('from', from);
  tokens.addField('to', to);
  tokens.addField('subject', subject);
  for (const body of bodies) tokens.add(body);
  for (const { name } of files) {
    tokens.addField('filename', name);
    tokens.addEnding(extname(name).slice(1));
  }
}
