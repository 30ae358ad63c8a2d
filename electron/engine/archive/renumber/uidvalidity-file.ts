import { isUtf8 } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { defaults } from '../../../../shared/defaults.ts';
import { MailstowError } from '../../errors.ts';
import { writeAtomically } from '../disk/atomic-file.ts';
import { diskFailure, errorCode } from '../disk/disk-failure.ts';
import { readWhole } from '../disk/guarded-files.ts';
import { escapeCharacter, unescapeCharacters } from '../layout/percent-encoding.ts';

/** A UIDVALIDITY is a 32-bit number (RFC 9051 section 2.3.1.1); 0 comes from servers that have none. */
const largest = 0xffff_ffff;

/** Stands for the empty name; a `%` of a name is escaped. */
const noName = '%';

export function isUidValidity(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largest;
}

/**
 * The file of UIDVALIDITY values of the first imapcl (manual, section 3.2.1): one line `NAME=VALUE` a
 * mailbox, the last `=` separates, control characters and `%` of a name percent-encoded.
 */
export class UidValidityFile {
  readonly #path: string;
  readonly #scratch: string;
  #expected: boolean;
  /** What {@link #values} was read from or written as. */
  #bytes = Buffer.alloc(0);
  #values = new Map<string, number>();

  /**
   * @param scratch the folder in which it is written before it gets its name
   * @throws MailstowError `uidvalidity-file-malformed`, `uidvalidity-file-missing` when it cannot be read
   */
  constructor(folder: string, scratch = folder) {
    const names = defaults.uidValidityFiles.map(name => join(folder, name));
    const [preferred = join(folder, '.uidvalidity')] = names;
    const found = names.find(path => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
    this.#path = found ?? preferred;
    this.#scratch = scratch;
    this.#expected = found !== undefined;
    if (this.#expected) this.#read();
  }

  get(mailbox: string): number | undefined {
    return this.#values.get(mailbox);
  }

  mailboxes(): string[] {
    return [...this.#values.keys()];
  }

  /**
   * Writes the value through to the disk; lines that others changed in the meantime are kept.
   * @throws RangeError for a value that could not be read again
   */
  set(mailbox: string, value: number): void {
    if (!isUidValidity(value)) throw new RangeError(`${value} is no UIDVALIDITY.`);
    if (this.#expected) this.#read();
    if (this.#values.get(mailbox) === value) return;
    this.#values.set(mailbox, value);
    this.#write();
  }

  /** Gives these mailboxes, and all that have a line, the value of a server without lasting numbers. */
  doubt(mailboxes: Iterable<string>): void {
    for (const mailbox of [...this.mailboxes(), ...mailboxes]) this.#values.set(mailbox, 0);
    if (this.#values.size > 0) this.#write();
  }

  #write(): void {
    const lines = [...this.#values].map(([name, number]) => `${encodeName(name)}=${number}\n`);
    const bytes = Buffer.from(lines.join(''));
    try {
      writeAtomically(this.#path, bytes, this.#scratch);
    } catch (error) {
      throw diskFailure(error, 'writing-file', this.#path);
    }
    this.#bytes = bytes;
    this.#expected = true;
  }

  #read(): void {
    let bytes: Buffer<ArrayBuffer>;
    try {
      bytes = readWhole(this.#path);
    } catch (error) {
      if (error instanceof MailstowError) throw error;
      const path = this.#path;
      const reason = errorCode(error) ?? String(error);
      throw reason === 'ENOENT'
        ? new MailstowError('uidvalidity-file-vanished', { args: { path }, cause: error })
        : new MailstowError('uidvalidity-file-unreadable', {
            args: { path, reason },
            cause: error,
          });
    }
    // An account of 5,000 mailboxes asks 5,000 times and has as many lines.
    if (bytes.equals(this.#bytes)) return;
    this.#values = parse(bytes, this.#path);
    this.#bytes = bytes;
  }
}

function parse(bytes: Buffer, path: string): Map<string, number> {
  const values = new Map<string, number>();
  const lines = decode(bytes, path).split('\n');
  lines.forEach((raw, index) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '') return;
    const separator = line.lastIndexOf('=');
    const [name, digits] = [line.slice(0, Math.max(separator, 0)), line.slice(separator + 1)];
    if (name === '' || !/^[0-9]{1,10}$/.test(digits) || /\p{Cc}/u.test(name)) {
      throw malformed('uidvalidity-line-malformed', path, index + 1, line);
    }
    if (Number(digits) > largest) {
      throw malformed('uidvalidity-number-too-large', path, index + 1, line);
    }
    const mailbox = name === noName ? '' : unescapeCharacters(name);
    if ((values.get(mailbox) ?? Number(digits)) !== Number(digits)) {
      throw malformed('uidvalidity-mailbox-twice', path, index + 1, line);
    }
    values.set(mailbox, Number(digits));
  });
  return values;
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const lines = bytes.toString('latin1').split('\n');
    const index = lines.findIndex(line => !isUtf8(Buffer.from(line, 'latin1')));
    throw malformed('uidvalidity-line-not-utf8', path, index + 1, lines[index] ?? '', error);
  }
}

type MalformedLine =
  | 'uidvalidity-line-malformed'
  | 'uidvalidity-number-too-large'
  | 'uidvalidity-mailbox-twice'
  | 'uidvalidity-line-not-utf8';

function malformed(
  code: MalformedLine,
  path: string,
  line: number,
  text: string,
  cause?: unknown,
): MailstowError {
  return new MailstowError(code, { args: { line, path, text: printable(text), largest }, cause });
}

function printable(text: string): string {
  return text.slice(0, 80).replace(/\p{Cc}/gu, '\ufffd');
}

/** Other programs take line separators for the end of a line, and a byte order mark for none of the name. */
function encodeName(name: string): string {
  return name === ''
    ? noName
    : name.replace(/[%\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, escapeCharacter);
}
