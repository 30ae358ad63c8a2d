import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MailstowError } from '../../engine/errors.ts';
import { keyBytes } from './sealed-text.ts';

/** Under which name people find Mailstow's keys in their keyring. */
const service = 'Mailstow';

/** Where one key is kept. */
export interface KeyStore {
  /** @returns undefined where there is none @throws MailstowError 'keyring-locked' or 'keyring-not-here' */
  read(): Promise<Buffer | undefined>;
  /** @throws as {@link read} */
  write(key: Buffer): Promise<void>;
  /** @throws as {@link read} */
  remove(): Promise<void>;
}

/**
 * A key in the system's keyring: Keychain, Credential Manager, or the Secret Service of a Linux desktop. The kernel's own
 * keyring is none, because it forgets at the end of a session. Where the keyring is locked and there is a screen, the
 * system asks the person, and this waits for the answer.
 * @param name of the key, which people see
 */
export function keyringKey(name: string): KeyStore {
  return {
    async read() {
      const text = await asking(async () => (await entryOf(name)).getPassword());
      if (text === null) return undefined;
      const key = Buffer.from(text, 'base64');
      return key.length === keyBytes ? key : undefined;
    },
    async write(key) {
      await asking(async () => (await entryOf(name)).setPassword(key.toString('base64')));
    },
    async remove() {
      await asking(async () => (await entryOf(name)).deletePassword());
    },
  };
}

/** Loaded where it is asked for only: it is an optional package with native code. */
async function entryOf(name: string) {
  findBus();
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return new AsyncEntry(service, name, { linux: { store: 'secret-service' } });
}

/** Scheduled runs are not told of the bus of the person who is signed in; it is where systemd puts it. */
function findBus(): void {
  const { env, platform } = process;
  if (platform !== 'linux' || env.DBUS_SESSION_BUS_ADDRESS) return;
  const bus = join(env.XDG_RUNTIME_DIR || `/run/user/${process.getuid?.()}`, 'bus');
  if (existsSync(bus)) env.DBUS_SESSION_BUS_ADDRESS = `unix:path=${bus}`;
}

async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    // Its code is the same whatever went wrong (macOS: errSecInteractionNotAllowed).
    const isLocked =
      cause instanceof Error && /lock|prompt|interaction is not allowed/i.test(cause.message);
    throw new MailstowError(isLocked ? 'keyring-locked' : 'keyring-not-here', { cause });
  }
}
