import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceUnsynced } from '../../engine/archive/disk/atomic-file.ts';
import { presentHolder } from '../../engine/archive/disk/folder-lock.ts';
import { readText } from '../../engine/archive/disk/read-text.ts';

const running = z.object({
  /** Without a way in. */
  address: z.string(),
  hasPassword: z.boolean(),
});

/**
 * What a second start knows of the server that runs, and how it gets a way in: anyone who may write among the person's
 * data may sign in, once, by a code of which its digest lies there. The code itself is kept nowhere.
 */
export class Running {
  readonly #userData: string;
  readonly #note: string;
  readonly #digest: string;

  /** @param userData folder of the person's data */
  constructor(userData: string) {
    this.#userData = userData;
    this.#note = join(userData, 'running.json');
    this.#digest = join(userData, 'link');
  }

  begin(note: z.infer<typeof running>): void {
    replaceUnsynced(this.#note, JSON.stringify(note));
  }

  end(): void {
    for (const path of [this.#note, this.#digest]) rmSync(path, { force: true });
  }

  /**
   * A fresh link, in the place of one that was not used; the bare address where there is a password.
   * @returns undefined where no process on this computer serves these data now
   */
  link(): string | undefined {
    // What a killed process left is nobody's address.
    if (presentHolder(this.#userData)?.host !== hostname()) return undefined;
    const note = readText(this.#note);
    if (note === undefined) return undefined;
    const { address, hasPassword } = running.parse(JSON.parse(note));
    if (hasPassword) return address;
    const code = randomBytes(32).toString('base64url');
    replaceUnsynced(this.#digest, digest(code).toString('hex'));
    return `${address}?token=${code}`;
  }

  /** Whether the code is that of the last link, which is no way in from then on. */
  spend(code: string): boolean {
    const kept = Buffer.from(readText(this.#digest) ?? '', 'hex');
    const given = digest(code);
    if (kept.length !== given.length || !timingSafeEqual(kept, given)) return false;
    rmSync(this.#digest);
    return true;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
