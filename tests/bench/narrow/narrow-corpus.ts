import { createHash } from 'node:crypto';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { Random } from '../../fixtures/mail/random.ts';
import type { Corpus } from '../accounts.ts';

/** One message in so many has an attachment. */
const every = 5;

/**
 * Mail most of whose bytes are attachments that are compressed already, as documents and pictures are. The texts of
 * the other presets repeat too much to say anything about compression.
 */
export function mailWithDocuments(messages: number): Corpus {
  return {
    messages,
    message: index => ({
      bytes: index % every === 0 ? withDocument(index) : textOf(index),
      flags: ['\\Seen'],
    }),
  };
}

function textOf(index: number): Buffer {
  return generateMessage(index, { median: 5_000, least: 1_000, greatest: 20_000, shape: 'plain' });
}

function withDocument(index: number): Buffer {
  const size = Math.round(new Random(index).logNormal(90_000, 10_000, 600_000));
  const document = createHash('shake256', { outputLength: size }).update(`${index}`).digest();
  const lines = document.toString('base64').replace(/.{76}/g, '$&\r\n');
  const headers = [
    'From: Anna <anna@example.org>',
    `Subject: Document ${index}`,
    `Message-ID: <document-${index}@example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: application/pdf; name="document.pdf"',
    'Content-Transfer-Encoding: base64',
  ];
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${lines}\r\n`);
}
