import { hash } from 'node:crypto';
import type { Header } from './header.ts';

/** Where a message stands in a conversation; a number for each message ID, the same wherever the ID stands. */
export interface ThreadIds {
  /** Of the message itself; undefined where it names none. */
  readonly own: number | undefined;
  /** Of those that it answers or goes on from, each once. */
  readonly answered: readonly number[];
}

/** Characters of a field that are read, and of one ID. */
const longestField = 32_000;
const longestId = 1_000;

/**
 * IDs of a message that count: the first of the references, which began the conversation, and the last ones. Programs
 * keep about twenty (RFC 5322 section 3.6.4); a stranger may write thousands.
 */
const mostAnswered = 24;

const messageId = /<([^<>\s]+)>/g;

/** Reads Message-ID, In-Reply-To and References. */
export function threadIds(header: Header): ThreadIds {
  const [own] = idsIn(header.first('message-id'));
  const references = idsIn(header.first('references'));
  const answered = [...new Set([...references, ...answeredIn(header.first('in-reply-to'))])];
  const counted = answered.filter(
    (each, index) => each !== own && (index === 0 || index > answered.length - mostAnswered),
  );
  return { own: own === undefined ? undefined : numberOf(own), answered: counted.map(numberOf) };
}

/** Some write a sentence with an address there (RFC 822); only a mere list of IDs is one. */
function answeredIn(field: string | undefined): string[] {
  const isList = field?.slice(0, longestField).replace(messageId, '').trim() === '';
  return isList ? idsIn(field) : [];
}

function idsIn(field: string | undefined): string[] {
  const found = (field ?? '').slice(0, longestField).matchAll(messageId);
  return [...found].map(([, id = '']) => id).filter(id => id.length <= longestId);
}

/** 52 bits, so that it is a number in every language; two IDs of a million meet by accident once in ten thousand archives. */
function numberOf(id: string): number {
  const digest = hash('sha256', id, 'buffer');
  return digest.readUIntBE(0, 6) * 16 + ((digest[6] ?? 0) >> 4);
}
