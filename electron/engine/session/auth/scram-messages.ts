import { isUtf8 } from 'node:buffer';

/** Bytes; the longest there are have 200. */
const longestMessage = 4_096;

/** What the server says first, and its text as both sides sign it. */
export interface ServerFirst {
  readonly nonce: string;
  readonly salt: Buffer;
  readonly iterations: number;
  readonly text: string;
}

const extensions = '(?:,[A-Za-z]=[^,\\0]+)*';
const serverFirst = new RegExp(
  `^r=([\\x21-\\x2b\\x2d-\\x7e]+),s=([A-Za-z0-9+/]+={0,2}),i=([1-9]\\d{0,9})${extensions}$`,
  'u',
);
const serverFinal = new RegExp(`^v=([A-Za-z0-9+/]+={0,2})${extensions}$`, 'u');
const serverError = new RegExp(`^e=[^,\\0]+${extensions}$`, 'u');

/**
 * RFC 5802 section 7. An extension that has to be understood (`m=`) stands first, where none is read.
 * @returns undefined for anything else
 */
export function readServerFirst(challenge: Buffer | undefined): ServerFirst | undefined {
  const text = textOf(challenge);
  const [, nonce = '', base64 = '', iterations] = serverFirst.exec(text) ?? [];
  const salt = bytesOf(base64);
  return salt && { nonce, salt, iterations: Number(iterations), text };
}

/** @returns the server's signature, that it refused, or undefined for anything else */
export function readServerFinal(challenge: Buffer | undefined): Buffer | 'refused' | undefined {
  const text = textOf(challenge);
  if (serverError.test(text)) return 'refused';
  return bytesOf(serverFinal.exec(text)?.[1] ?? '');
}

function textOf(challenge: Buffer | undefined): string {
  const isReadable =
    challenge !== undefined && challenge.length <= longestMessage && isUtf8(challenge);
  return isReadable ? challenge.toString() : '';
}

/** @returns undefined for nothing, and for what is no base64 of whole bytes */
function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return base64 !== '' && bytes.toString('base64') === base64 ? bytes : undefined;
}
