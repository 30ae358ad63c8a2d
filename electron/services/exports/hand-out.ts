import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { CallName, ChosenMessages, Input, Output } from '../../../shared/contract.ts';
import { openedFiles } from '../../../shared/model/library.ts';
import { MailstowError } from '../../engine/errors.ts';
import { MessageNames, messageName } from '../../engine/export/message-names.ts';
import { openOutgoing } from '../../engine/export/outgoing.ts';
import type { MailReader } from '../../engine/mail/mail-reader.ts';
import type { Deliverable, Host, Paper } from '../host.ts';
import type { Chosen, ChosenMessage } from './chosen.ts';
import { mailtoOf } from './mailto.ts';
import { pdfOfOne } from './paper/pdf-of.ts';
import type { PrintPages } from './paper/print-pages.ts';

/** What is copied while the button of the mouse is down: more would keep the person waiting. */
const mostDragged = { messages: 100, bytes: 500_000_000 };

export type HandOutCall = Extract<
  CallName,
  `library.${'saveMessage' | 'savePdf' | 'print' | 'reply' | 'drag'}`
>;

type HandOutCalls = {
  readonly [Name in HandOutCall]: (input: Input<Name>) => Promise<Output<Name>>;
};

type Which = Input<'library.saveMessage'>;

export interface HandOutOptions {
  readonly host: Host;
  readonly reader: MailReader;
  readonly pages: PrintPages;
  choose(chosen: ChosenMessages): Promise<Chosen>;
}

/** Hands a message to the person: as a file, on paper, to their mail program, to another window. */
export class HandOut {
  readonly calls: HandOutCalls = {
    'library.saveMessage': async which => {
      const message = await this.#message(which);
      return this.#options.host.deliver(fileOf(message, nameOf(message, '.eml')));
    },
    'library.savePdf': input => this.#savePdf(input),
    'library.print': input => this.#print(input),
    'library.reply': which => this.#reply(which),
    'library.drag': input => this.#drag(input),
  };
  readonly #options: HandOutOptions;

  constructor(options: HandOutOptions) {
    this.#options = options;
  }

  async #savePdf({
    remote,
    ...which
  }: Input<'library.savePdf'>): Promise<Output<'library.savePdf'>> {
    const { host, pages } = this.#options;
    const paper = this.#paper();
    const message = await this.#message(which);
    return host.deliver({
      name: nameOf(message, '.pdf'),
      type: 'application/pdf',
      dangerous: false,
      open: async () => Readable.from([await pdfOfOne(message, remote, { host, paper, pages })]),
    });
  }

  async #print({ remote, ...which }: Input<'library.print'>): Promise<Output<'library.print'>> {
    const { host, pages } = this.#options;
    const token = await pages.keep(await this.#message(which), remote);
    const address = host.mailAddress(token);
    // The page prints it when it is there; as that of any message it is forgotten for newer ones.
    if (host.paper === undefined) return { page: address };
    try {
      await host.paper.print(address);
    } finally {
      pages.pages.forget(token);
    }
    return {};
  }

  async #reply(which: Which): Promise<Output<'library.reply'>> {
    const { path } = await this.#message(which);
    const address = mailtoOf(await this.#options.reader.reply(path));
    if (address === undefined) throw new MailstowError('nobody-to-reply-to');
    return (await this.#options.host.visit(address)) ? {} : { address };
  }

  async #drag({ messages }: Input<'library.drag'>): Promise<void> {
    const { host, choose } = this.#options;
    if (host.drag === undefined) throw new MailstowError('not-in-browser');
    const all = await choose({ which: 'these', messages });
    if (all.count > mostDragged.messages) throw tooMuch();
    const given = new MessageNames('.eml');
    const files: Deliverable[] = [];
    let bytes = 0;
    for await (const message of all.messages()) {
      const opened = openOutgoing(message);
      opened.stream.destroy();
      bytes += opened.bytes;
      if (bytes > mostDragged.bytes) throw tooMuch();
      const isOpened = message.accountId === openedFiles;
      files.push(fileOf(message, isOpened ? nameOf(message, '.eml') : given.next(message)));
    }
    if (files.length === 0) throw new MailstowError('message-gone');
    await host.drag(files);
  }

  #paper(): Paper {
    const { paper } = this.#options.host;
    if (paper === undefined) throw new MailstowError('not-in-browser');
    return paper;
  }

  /** @throws MailstowError where it is gone */
  async #message({ accountId, messageId }: Which): Promise<ChosenMessage> {
    const messages = [{ accountId, ids: [messageId] }];
    const all = await this.#options.choose({ which: 'these', messages });
    for await (const message of all.messages()) return message;
    throw new MailstowError('message-gone');
  }
}

/** A file that the person opened keeps its own name. */
function nameOf(message: ChosenMessage, ending: string): string {
  if (message.accountId !== openedFiles) return (messageName(message) || 'message') + ending;
  const own = basename(message.path);
  return own.toLowerCase().endsWith('.eml') ? own.slice(0, -'.eml'.length) + ending : own + ending;
}

function fileOf(message: ChosenMessage, name: string): Deliverable {
  const open = () => openOutgoing(message).stream;
  return { name, type: 'message/rfc822', dangerous: false, open };
}

function tooMuch(): MailstowError {
  const { messages, bytes } = mostDragged;
  return new MailstowError('too-much-to-drag', {
    args: { messages, megabytes: bytes / 1_000_000 },
  });
}
