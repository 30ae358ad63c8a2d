import { encodeModifiedUtf7 } from '../../wire/modified-utf7.ts';

const mask = '***';

/** Characters; a shorter password is masked only where it stands alone, or no sentence would stay readable. */
const shortPassword = 6;

/** Bytes; what is shorter turns up by chance in any text that is read as base64 or hex. */
const shortestDecoded = 4;

/** Characters; so much of the base64 of a password is masked alone, as a SASL answer may be broken over lines. */
const shortestFragment = 8;

const mostNames = 1_000;

/** Characters; of what is longer, such as a token, not every escape of every character is looked for. */
const longestSpelled = 256;

const base64Run = /[A-Za-z0-9+/_-]{4,}={0,2}/g;
const hexRun = /[0-9A-Fa-f]{8,}/g;
const controlCharacters = /[\x00-\x1f\x7f-\x9f]/g;
const letterOrDigit = /[\p{L}\p{N}]/u;
const notBehindWord = '(?<![\\p{L}\\p{N}])';
const notBeforeWord = '(?![\\p{L}\\p{N}])';
const htmlNames: Readonly<Record<string, readonly string[]>> = {
  '&': ['amp;'],
  '<': ['lt;'],
  '>': ['gt;'],
  '"': ['quot;'],
  "'": ['apos;'],
};

/**
 * Masks a password in what a server says, in whatever form it is echoed: as it is, quoted, escaped, in base64 or hex, alone
 * or within a SASL answer.
 */
export class Secrets {
  readonly #forms: RegExp;
  /** Of a password that is too long for a pattern. */
  readonly #longForms: readonly string[];
  readonly #identity: string | undefined;
  readonly #bytes: Buffer[];
  readonly #inBase64: string[];
  /** No folder or flag is called so by chance. */
  readonly #isUnmistakable: boolean;

  /** Flags come with every message, and are the same ones. */
  readonly #names = new Map<string, string>();

  constructor(user: string, password: string) {
    this.#isUnmistakable =
      password.length >= 8 && /\p{L}/u.test(password) && /\P{L}/u.test(password);
    this.#inBase64 = inBase64(user, password);
    this.#identity = this.#inBase64[1];
    const isLong = password.length > longestSpelled;
    this.#forms = isLong ? /(?!)/g : formsOf(password, this.#inBase64);
    this.#longForms = isLong ? longFormsOf(password) : [];
    this.#bytes = [Buffer.from(password), Buffer.from(password, 'latin1')].filter(
      bytes => bytes.length >= shortestDecoded,
    );
  }

  /** Also what was made of the password for one sign-in: a digest, a proof, a signature. */
  hide(text: string): void {
    if (this.#inBase64.includes(text)) return;
    this.#bytes.push(Buffer.from(text));
    this.#inBase64.push(text);
  }

  /** Made of the same user name and password. */
  isSameAs(other: Secrets): boolean {
    return this.#identity === other.#identity;
  }

  /** Words for people. */
  text(words: string): string {
    return this.#longForms
      .reduce((masked, form) => masked.replaceAll(form, mask), words)
      .replace(base64Run, run => (this.#isInBase64(run) ? mask : run))
      .replace(hexRun, run => (this.#isInHex(run) ? mask : run))
      .replace(this.#forms, mask);
  }

  /**
   * What the archive is named after (mailboxes) or keeps (flags). A password that is a mere word or number
   * stays there, because the name of a folder must not hang on it.
   */
  name(name: string): string {
    if (!this.#isUnmistakable) return name;
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const masked = this.text(name);
    if (this.#names.size >= mostNames) this.#names.clear();
    this.#names.set(name, masked);
    return masked;
  }

  #isInBase64(run: string): boolean {
    if (this.#isFragment(run)) return true;
    // A run may begin with characters that belong to the words before it.
    return [0, 1, 2, 3].some(start => this.#isIn(Buffer.from(run.slice(start), 'base64')));
  }

  #isFragment(run: string): boolean {
    const bare = run.replace(/=+$/, '');
    return bare.length >= shortestFragment && this.#inBase64.some(form => form.includes(bare));
  }

  #isInHex(run: string): boolean {
    return [0, 1].some(start => this.#isIn(Buffer.from(run.slice(start), 'hex')));
  }

  #isIn(decoded: Buffer): boolean {
    return this.#bytes.some(bytes => decoded.includes(bytes));
  }
}

/** The password alone, and as a SASL answer. */
function inBase64(user: string, password: string): string[] {
  const answers = [
    password,
    `\0${user}\0${password}`,
    `${user}\0${user}\0${password}`,
    `n,a=${user},\x01auth=Bearer ${password}\x01\x01`,
    `user=${user}\x01auth=Bearer ${password}\x01\x01`,
  ];
  return answers.map(text => Buffer.from(text).toString('base64'));
}

function formsOf(password: string, inBase64: readonly string[]): RegExp {
  // A server trims what it shows, and so do we.
  const spelled = [password, password.trim(), password.toUpperCase()].map(text =>
    [...text].map(spellings).join(''),
  );
  const whole = [encodeModifiedUtf7(password.toWellFormed()), ...inBase64].map(literal);
  const forms = [...new Set([...spelled, ...whole])].filter(form => form !== '');
  if (forms.length === 0) return /(?!)/g;
  const standsAlone = password.length < shortPassword;
  const before = standsAlone && letterOrDigit.test(password.at(0) ?? '') ? notBehindWord : '';
  const behind = standsAlone && letterOrDigit.test(password.at(-1) ?? '') ? notBeforeWord : '';
  return new RegExp(`${before}(?:${forms.join('|')})${behind}`, 'giu');
}

function longFormsOf(password: string): string[] {
  const spelled = [password, password.trim(), encodeURIComponent(password.toWellFormed())];
  return [...new Set(spelled)].filter(form => form !== '');
}

/** A pattern for one character as it is and as it is escaped: by backslashes, doubled, for URLs, HTML, JSON or mail. */
function spellings(character: string): string {
  const bytes = [...Buffer.from(character)].map(byte => byte.toString(16).padStart(2, '0'));
  const units = [...Array(character.length).keys()].map(at =>
    character.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  const point = character.codePointAt(0) ?? 0;
  const forms = [
    character,
    ...(character === ' ' ? ['+'] : []),
    ...(/['"\\]/.test(character) ? [character + character] : []),
    ...['%', '=', '\\x'].map(sign => bytes.map(byte => sign + byte).join('')),
    units.map(unit => `\\u${unit}`).join(''),
    ...[htmlNames[character] ?? [], `#${point};`, `#x${point.toString(16)};`]
      .flat()
      .map(name => `&${name}`),
    // Control characters are replaced before this sees them; UTF-8 is read as Latin-1 in a line that is not UTF-8.
    character.replace(controlCharacters, '\ufffd'),
    Buffer.from(character).toString('latin1').replace(controlCharacters, '\ufffd'),
  ];
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return `\\\\?(?:${longestFirst.map(literal).join('|')})`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
