import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { asOrdinaryUser, handOver } from './ordinary-user.ts';
import { firstLine, type Keyring, SessionParts } from './session-bus.ts';

/** A desktop as a person has one: screen, window manager, notifications, keyring; none of the machine's own. */
export interface DesktopSession {
  /** Environment of the programs in it. */
  readonly env: Readonly<Record<string, string>>;
  /** The person's own folder. */
  readonly home: string;
  stop(): Promise<void>;
}

/** @param keyring of the person's passwords */
export async function startDesktopSession(keyring: Keyring = 'unlocked'): Promise<DesktopSession> {
  const home = mkdtempSync(join(tmpdir(), 'desktop-'));
  if (process.platform !== 'linux') return systemsOwn(home);
  chmodSync(home, 0o755);
  handOver(home);
  const runtime = join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  handOver(runtime);
  const parts = new SessionParts(asOrdinaryUser);
  const stop = async (): Promise<void> => {
    await parts.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const screen = parts.start(
      ['Xvfb', '-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
      {},
    );
    const env: Record<string, string> = {
      PATH: process.env.PATH ?? '',
      HOME: home,
      DISPLAY: `:${await firstLine(screen.stdio[3] as Readable, 'the screen')}`,
      XDG_RUNTIME_DIR: runtime,
      // By this name the app chooses the keyring.
      XDG_CURRENT_DESKTOP: 'GNOME',
      LC_ALL: 'en_GB.UTF-8',
      LANGUAGE: 'en_GB',
    };
    env.DBUS_SESSION_BUS_ADDRESS = await parts.startBus(home, env);
    parts.start(['openbox'], env);
    parts.start(['dunst'], env);
    await parts.isOnBus('org.freedesktop.Notifications', env);
    if (keyring !== 'absent') await parts.startKeyring(keyring, env);
    return { env, home, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Every other system always has one. */
function systemsOwn(home: string): DesktopSession {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((each): each is [string, string] => each[1] !== undefined),
  );
  return { env, home, stop: async () => rmSync(home, { recursive: true, force: true }) };
}
