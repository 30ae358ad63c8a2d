/** Keeps passwords so that nobody else reads them; what that takes differs between the faces. */
export interface Vault {
  /** False where a password would be lost with the process or lie about readable: nothing is written then. */
  keeps(): Promise<boolean>;
  /** Without asking the system's keychain for the password itself. */
  has(accountId: string): Promise<boolean>;
  /** @returns undefined where there is none, or none that can be read now */
  read(accountId: string): Promise<string | undefined>;
  write(accountId: string, password: string): Promise<void>;
  remove(accountId: string): Promise<void>;
}

/** Where nothing safe is to be had: passwords live as long as the process. */
export const noVault: Vault = {
  keeps: async () => false,
  has: async () => false,
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
};
