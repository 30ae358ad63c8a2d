import { MailstowError } from '../../engine/errors.ts';
import type { Vault } from '../../services/accounts/vault.ts';
import { SavedSecrets } from '../../services/vault/saved-secrets.ts';
import { type KeyWays, VaultKeys, type WantedWays } from '../../services/vault/vault-keys.ts';
import { askPassword } from '../mailstow/ask-password.ts';
import type { Surroundings } from '../mailstow/command.ts';
import { askNewPassword, longEnough } from '../mailstow/new-password.ts';
import { accessOf } from './mail-access.ts';

type Terminal = Pick<Surroundings, 'stdin' | 'stderr' | 'signal'>;

/**
 * What commands keep of sign-ins: sealed files, with a key that the system's keyring or a password gives. Apart from what
 * the app keeps, so that neither ends the other's sign-in.
 */
export class CommandVault implements Vault {
  readonly #keys: VaultKeys;
  readonly #secrets: SavedSecrets;
  readonly #given: () => Promise<string | undefined>;
  readonly #terminal: Terminal;
  #key: Promise<Buffer> | undefined;

  /**
   * @param folder absolute; made where something is saved
   * @param given the vault's password, where the command line says where it is
   */
  constructor(folder: string, given: () => Promise<string | undefined>, terminal: Terminal) {
    this.#keys = new VaultKeys(folder);
    this.#secrets = new SavedSecrets(folder);
    this.#given = given;
    this.#terminal = terminal;
  }

  async keeps(): Promise<boolean> {
    return true;
  }

  list(): string[] {
    return this.#secrets.list();
  }

  /** 'over': the provider ended it. @throws MailstowError 'vault-damaged', 'vault-of-later-version' */
  stateOf(accountId: string): 'saved' | 'over' | undefined {
    return this.#secrets.stateOf(accountId);
  }

  async has(accountId: string): Promise<boolean> {
    return this.stateOf(accountId) === 'saved';
  }

  /** @throws MailstowError where the vault does not open, or holds something for the account that cannot be read */
  async read(accountId: string): Promise<string | undefined> {
    if (this.stateOf(accountId) !== 'saved') return undefined;
    const secret = this.#secrets.read(accountId, await this.#opened());
    if (secret !== undefined) return secret;
    const { user = accountId, host = '' } = accessOf(accountId) ?? {};
    throw new MailstowError('saved-sign-in-unreadable', { args: { user, host } });
  }

  /** Into a vault that was opened before, or that {@link prepare} made. */
  async write(accountId: string, secret: string): Promise<void> {
    this.#secrets.write(accountId, await this.#opened(), secret);
  }

  /** The secret goes; the next run says that it is over, in the place of asking for a password. */
  end(accountId: string): void {
    this.#secrets.end(accountId);
  }

  /** The key goes with the last secret; one that cannot be reached now seals nothing any more. */
  async remove(accountId: string): Promise<void> {
    this.#secrets.remove(accountId);
    if (this.#keys.ways === undefined || this.list().length > 0) return;
    await this.#keys.remove().catch(error => {
      if (!(error instanceof MailstowError)) throw error;
    });
  }

  /**
   * Opens the vault before anything is saved, and makes it at the first time.
   * @returns the ways to what is saved from now on
   * @throws MailstowError where neither keyring nor password are to be had; then nothing was made
   */
  async prepare(): Promise<KeyWays> {
    const given = await this.#given();
    const ways = this.#keys.ways;
    if (ways === undefined) this.#key = this.#make(given);
    else if (given !== undefined && !ways.password) this.#key = this.#withPassword(given);
    else this.#key = this.#open(ways, given);
    await this.#key.catch(error => {
      // What was sealed with a key that is gone is lost, and no reason to save nothing any more.
      if (!isOf(error, 'keyring-without-key')) throw error;
      this.#key = this.#made(given, by => this.#keys.renew(by));
    });
    await this.#key;
    return this.#keys.ways ?? { keyring: false, password: false };
  }

  #opened(): Promise<Buffer> {
    this.#key ??= (async () => {
      const ways = this.#keys.ways;
      // Its file was deleted: what is saved was sealed with a key that nobody has.
      if (ways === undefined) throw new MailstowError('keyring-without-key');
      return this.#open(ways, await this.#given());
    })();
    return this.#key;
  }

  async #open(ways: KeyWays, given: string | undefined): Promise<Buffer> {
    if (given !== undefined) return this.#keys.fromPassword(given);
    if (!ways.keyring) return this.#keys.fromPassword(await this.#ask());
    try {
      return await this.#keys.fromKeyring();
    } catch (error) {
      if (!ways.password || !(error instanceof MailstowError)) throw error;
      if (this.#terminal.stdin.isTTY) this.#terminal.stderr.write(`${error.message}\n`);
      return this.#keys.fromPassword(await this.#ask());
    }
  }

  async #withPassword(given: string): Promise<Buffer> {
    const password = longEnough(given);
    const key = await this.#keys.fromKeyring();
    await this.#keys.addPassword(key, password);
    return key;
  }

  /** The first key; where another command makes one at the same time, that one. */
  async #make(given: string | undefined): Promise<Buffer> {
    const key = await this.#made(given, by => this.#keys.make(by));
    if (key !== undefined) return key;
    const ways = this.#keys.ways;
    if (ways === undefined) throw new MailstowError('keyring-without-key');
    return this.#open(ways, given);
  }

  async #made<Key>(
    given: string | undefined,
    make: (by: WantedWays) => Promise<Key>,
  ): Promise<Key> {
    const password = given === undefined ? undefined : longEnough(given);
    try {
      return await make({ keyring: true, password });
    } catch (error) {
      if (!isOf(error, 'keyring-locked', 'keyring-not-here')) throw error;
      const typed = password ?? (await this.#choose(error.message));
      return make({ keyring: false, password: typed });
    }
  }

  async #choose(why: string): Promise<string> {
    const { stdin, stderr } = this.#terminal;
    if (!stdin.isTTY) throw new MailstowError('vault-password-needed');
    stderr.write(`${why} Choose a password that seals your saved sign-ins.\n`);
    return askNewPassword('New password for saved sign-ins: ', this.#terminal);
  }

  #ask(): Promise<string> {
    if (!this.#terminal.stdin.isTTY) throw new MailstowError('vault-password-needed');
    return askPassword('Password of your saved sign-ins: ', this.#terminal);
  }
}

function isOf(error: unknown, ...codes: readonly string[]): error is MailstowError {
  return error instanceof MailstowError && codes.includes(error.failure.code ?? '');
}
