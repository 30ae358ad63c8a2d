import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { MailstowError } from '../../errors.ts';
import type { ChannelBinding } from '../transport/channel-binding.ts';
import { exchangeBroken } from './broken.ts';
import type { Blame, Exchange, Login } from './exchange.ts';
import { saslName } from './sasl-name.ts';
import { saslPrep } from './saslprep.ts';
import { readServerFinal, readServerFirst, type ServerFirst } from './scram-messages.ts';

const derived = promisify(pbkdf2);

const sizes = { sha1: 20, sha256: 32 } as const;
export type ScramHash = keyof typeof sizes;

/**
 * RFC 7677 section 4 wants 4,096 at least: fewer make a proof that somebody caught cheap to guess from. A million
 * takes a second; more would be a way to keep us busy.
 */
const fewestIterations = 4_096;
const mostIterations = 1_000_000;

export interface ScramOptions {
  readonly hash: ScramHash;
  /** -PLUS (RFC 5802 section 6): both sides are ends of the same TLS connection. */
  readonly binding?: ChannelBinding | undefined;
  /** For test vectors; printable, without a comma. */
  readonly nonce?: string;
}

/**
 * SCRAM (RFC 5802, RFC 7677): both sides prove that they know the password, and neither says it.
 *
 *     C: n,,n=user,r=<nonce>            a NO here tells that the server keeps nothing for this mechanism
 *     S: r=<nonce and more>,s=<salt>,i=<iterations>
 *     C: c=biws,r=…,p=<proof>           a NO here tells that the password is wrong
 *     S: v=<signature>
 *     C: (empty)
 *
 * Without channel binding the flag is always `n`: `y` is refused by servers that offer -PLUS and had to be tried
 * without (Cyrus), while one that hides -PLUS from us is kept out by TLS.
 */
export class Scram implements Exchange {
  readonly mechanism: string;
  readonly first: string;
  readonly #login: Login;
  readonly #hash: ScramHash;
  readonly #nonce: string;
  readonly #bare: string;
  /** Base64 of flag and channel binding. */
  readonly #channel: string;
  /** Servers offer -PLUS who know only the binding of older TLS. */
  readonly #isOftenUnknown: boolean;
  #expects: 'first' | 'final' | 'nothing' = 'first';
  #signature: Buffer | undefined;
  #isProved = false;
  blame: Blame = 'mechanism';
  isTested = false;
  failure: MailstowError | undefined;

  constructor(login: Login, { hash, binding, nonce = newNonce() }: ScramOptions) {
    const flag = binding === undefined ? 'n,,' : `p=${binding.type},,`;
    this.mechanism = `SCRAM-SHA-${hash.slice(3)}${binding === undefined ? '' : '-PLUS'}`;
    this.#login = login;
    this.#hash = hash;
    this.#nonce = nonce;
    this.#bare = `n=${saslName(saslPrep(login.user))},r=${nonce}`;
    this.#isOftenUnknown = binding?.type === 'tls-exporter';
    const data = binding?.data ?? Buffer.alloc(0);
    this.#channel = Buffer.concat([Buffer.from(flag), data]).toString('base64');
    this.first = flag + this.#bare;
  }

  async answer(challenge: Buffer | undefined): Promise<string | undefined> {
    const expected = this.#expects;
    this.#expects = 'nothing';
    if (expected === 'first') return this.#prove(challenge);
    if (expected === 'final') return this.#check(challenge);
    return this.#broken();
  }

  /** @throws MailstowError where the server said OK and has not proved that it knows the password */
  finish(): void {
    this.failure ??= this.#isProved ? undefined : notGenuine();
    if (this.failure) throw this.failure;
  }

  async #prove(challenge: Buffer | undefined): Promise<string | undefined> {
    const told = readServerFirst(challenge);
    // RFC 5802 section 5.1: our nonce and something of the server's own behind it.
    if (!told?.nonce.startsWith(this.#nonce) || told.nonce === this.#nonce) return this.#broken();
    const { iterations } = told;
    if (iterations < fewestIterations || iterations > mostIterations) {
      this.failure = new MailstowError('sign-in-effort-refused', { args: { rounds: iterations } });
      return undefined;
    }
    const answer = await this.#proof(told);
    const { user, secret } = this.#login;
    this.isTested = true;
    // Servers that do not prepare passwords know another one than what was sent. Cyrus 3.6 offers -PLUS over TLS 1.3,
    // does not know its binding, and says so only now. Whoever chose -PLUS by hand gets no other way.
    const isAsTyped = saslPrep(secret) === secret && saslPrep(user) === user;
    this.blame = isAsTyped && !this.#isOftenUnknown ? 'secret' : 'mechanism';
    this.#expects = 'final';
    return answer;
  }

  /** RFC 5802 section 3, with its names. */
  async #proof({ nonce, salt, iterations, text }: ServerFirst): Promise<string> {
    const { secret, hide } = this.#login;
    const hash = this.#hash;
    const hmac = (key: Buffer, value: string) => createHmac(hash, key).update(value).digest();
    const salted = await derived(saslPrep(secret), salt, iterations, sizes[hash], hash);
    const withoutProof = `c=${this.#channel},r=${nonce}`;
    const authMessage = `${this.#bare},${text},${withoutProof}`;
    const clientKey = hmac(salted, 'Client Key');
    const storedKey = createHash(hash).update(clientKey).digest();
    const clientSignature = hmac(storedKey, authMessage);
    this.#signature = hmac(hmac(salted, 'Server Key'), authMessage);
    const proof = Buffer.from(clientKey.map((byte, at) => byte ^ (clientSignature[at] ?? 0)));
    for (const made of [proof, this.#signature]) hide(made.toString('base64'));
    return `${withoutProof},p=${proof.toString('base64')}`;
  }

  #check(challenge: Buffer | undefined): string | undefined {
    const told = readServerFinal(challenge);
    if (told === undefined) return this.#broken();
    // A NO follows.
    if (told === 'refused') return '';
    const signature = this.#signature;
    this.#isProved =
      signature !== undefined &&
      told.length === signature.length &&
      timingSafeEqual(told, signature);
    if (this.#isProved) return '';
    this.failure = notGenuine();
    return undefined;
  }

  #broken(): undefined {
    this.failure = exchangeBroken(this.mechanism);
  }
}

function newNonce(): string {
  return randomBytes(24).toString('base64');
}

function notGenuine(): MailstowError {
  return new MailstowError('server-not-genuine');
}
