import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Keyring, SessionParts } from '../electron-runtime/session-bus.ts';
import { isInstalled } from '../tools.ts';

export const hasKeyrings =
  process.platform === 'linux' && isInstalled('dbus-daemon') && isInstalled('gnome-keyring-daemon');

type Environment = Readonly<Record<string, string>>;

export interface KeyringSession {
  /** Of the programs in it. */
  readonly env: Environment;
  /** The person signs out and in again: the keyring is the same, and open or not. */
  again(state: Exclude<Keyring, 'absent'>): Promise<KeyringSession>;
  end(): Promise<void>;
}

/** A session of the test's own with a real keyring; ended after the test. */
export function keyringSession(state: Exclude<Keyring, 'absent'>): Promise<KeyringSession> {
  const home = mkdtempSync(join(tmpdir(), 'keyring-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return begin(home, state);
}

async function begin(home: string, state: Exclude<Keyring, 'absent'>): Promise<KeyringSession> {
  const runtime = mkdtempSync(join(home, 'run-'));
  const parts = new SessionParts(([program = '', ...rest]) => [program, ...rest]);
  const end = () => parts.stop();
  onTestFinished(end);
  mkdirSync(join(home, '.local/share'), { recursive: true });
  const env: Record<string, string> = { HOME: home, XDG_RUNTIME_DIR: runtime };
  env.DBUS_SESSION_BUS_ADDRESS = await parts.startBus(home, env);
  await parts.startKeyring(state, env);
  return {
    env,
    end,
    async again(next) {
      await end();
      return begin(home, next);
    },
  };
}
