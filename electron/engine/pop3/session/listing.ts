/** A message of the maildrop. */
export interface ListedMessage {
  /** Its number, which counts in this session alone. */
  readonly number: number;
  /** Bytes, as the server says; a hint. */
  readonly size: number;
}

/** How much the maildrop holds, as STAT says. */
export interface MaildropSum {
  readonly messages: number;
  readonly bytes: number;
}

const numbers = /^\s*(\d{1,10})\s+(\d{1,16})(?:\s|$)/;
const numberAndId = /^\s*(\d{1,10})\s+(\S{1,1024})\s*$/;

/** @returns undefined where the text behind +OK does not tell */
export function parseStat(text: string): MaildropSum | undefined {
  const [, messages, bytes] = numbers.exec(text) ?? [];
  return messages === undefined ? undefined : { messages: Number(messages), bytes: Number(bytes) };
}

/** A line of LIST; undefined for one that cannot be read. */
export function parseListed(line: string): ListedMessage | undefined {
  const [, number, size] = numbers.exec(line) ?? [];
  if (number === undefined || Number(number) === 0) return undefined;
  return { number: Number(number), size: Number(size) };
}

/** A line of UIDL: a number, and characters of one octet each that are no blank. */
export function parseUidl(
  line: string,
): { readonly number: number; readonly id: string } | undefined {
  const [, number, id] = numberAndId.exec(line) ?? [];
  if (number === undefined || id === undefined) return undefined;
  return { number: Number(number), id };
}
