import type { ReplyFacts } from '../../engine/mail/reply.ts';

/** Characters of an address that every system hands on whole. */
const longest = 2_000;
const mostAddresses = 10;
/** Characters of a subject, encoded, that go before the message that is answered. */
const leastSubject = 300;

/**
 * The address by which a mail program begins a reply (RFC 6068): whom it goes to, its subject, and which message it
 * answers, as far as there is room.
 * @returns undefined where nobody can be answered
 */
export function mailtoOf({ addresses, subject, messageId }: ReplyFacts): string | undefined {
  const to = addresses.slice(0, mostAddresses).map(encodeAddress).join(',');
  if (to === '' || to.length > longest / 2) return undefined;
  const plain = subject.replace(/\s+/g, ' ').trim();
  const title = /^re:/i.test(plain) ? plain : `Re: ${plain}`;
  const answers = messageId === undefined ? '' : `&In-Reply-To=${encode(`<${messageId}>`)}`;
  const begun = `mailto:${to}?subject=`;
  const hasRoom = begun.length + answers.length < longest - leastSubject;
  const rest = hasRoom ? answers : '';
  return begun + encodedBeginning(title, longest - begun.length - rest.length) + rest;
}

/** As many whole characters of a text as there is room for, encoded. */
function encodedBeginning(text: string, room: number): string {
  let encoded = '';
  for (const character of text) {
    const next = encode(character);
    if (encoded.length + next.length > room) break;
    encoded += next;
  }
  return encoded;
}

/** The sign between mailbox and host stays, so that every program sees an address. */
function encodeAddress(address: string): string {
  return encode(address).replace('%40', '@');
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
