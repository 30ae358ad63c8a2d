/** Keeps passwords so that nobody else reads them; what that takes differs between the faces. */
export interface Vault {
  /** False where passwords would be lost with the process or lie about readable. */
  readonly keeps: boolean;
  /** @returns undefined where there is none, or none that can be read now */
  read(accountId: string): Promise<string | undefined>;
  write(accountId: string, password: string): Promise<void>;
  remove(accountId: string): Promise<void>;
}

/** Keeps passwords until the process ends. */
export class MemoryVault implements Vault {
  readonly keeps = false;
  readonly #passwords = new Map<string, string>();

  async read(accountId: string): Promise<string | undefined> {
    return this.#passwords.get(accountId);
  }

  async write(accountId: string, password: string): Promise<void> {
    this.#passwords.set(accountId, password);
  }

  async remove(accountId: string): Promise<void> {
    this.#passwords.delete(accountId);
  }
}
