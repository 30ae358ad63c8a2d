import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as later } from 'node:timers/promises';
import { asOrdinaryUser, handOver } from './ordinary-user.ts';

/** Milliseconds until a part of the session has to be there. */
const longestStart = 20_000;

/** Nobody is started by asking for them: what the session has is what is started here. */
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** `locked`: there is one, nobody opens it. */
export type Keyring = 'unlocked' | 'locked' | 'absent';

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
  const parts: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const part of parts.reverse()) await end(part);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const screen = part(
      ['Xvfb', '-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
      {},
    );
    parts.push(screen);
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
    const config = join(home, 'bus.conf');
    writeFileSync(config, busConfig);
    const bus = part(
      ['dbus-daemon', `--config-file=${config}`, '--nofork', '--print-address=3'],
      env,
    );
    parts.push(bus);
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus.stdio[3] as Readable, 'the bus');
    parts.push(part(['openbox'], env), part(['dunst'], env));
    await isOnBus('org.freedesktop.Notifications', env);
    if (keyring !== 'absent') parts.push(...(await startKeyring(keyring, env)));
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

async function startKeyring(state: 'unlocked' | 'locked', env: Readonly<Record<string, string>>) {
  const command = ['gnome-keyring-daemon', '--foreground', '--components=secrets'];
  const open = part([...command, '--unlock'], env);
  open.stdin?.end('the password of the person\n');
  await isOnBus('org.freedesktop.secrets', env);
  if (state === 'unlocked') return [open];
  await end(open);
  const locked = part(command, env);
  await isOnBus('org.freedesktop.secrets', env);
  return [locked];
}

/** Waits until somebody answers under that name. */
async function isOnBus(name: string, env: Readonly<Record<string, string>>): Promise<void> {
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'];
  const ask = ['dbus-send', ...bus, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`];
  const [program, ...rest] = asOrdinaryUser(ask);
  const began = performance.now();
  while (performance.now() - began < longestStart) {
    const { stdout } = spawnSync(program, rest, { env: { ...env }, encoding: 'utf8' });
    if (stdout.includes('boolean true')) return;
    await later(50);
  }
  throw new Error(`The desktop session has nobody who answers as ${name}.`);
}

/** With a pipe at number 3 for what it says of itself. */
function part(command: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const [program, ...rest] = asOrdinaryUser(command);
  const stdio = ['pipe', 'pipe', 'ignore', 'pipe'] as const;
  return spawn(program, rest, { env: { PATH: process.env.PATH, ...env }, stdio: [...stdio] });
}

async function end(part: ChildProcess): Promise<void> {
  if (part.exitCode !== null || part.signalCode !== null) return;
  const ended = once(part, 'exit');
  part.kill();
  await ended;
}

async function firstLine(output: Readable, of: string): Promise<string> {
  const lines = createInterface({ input: output });
  const signal = AbortSignal.timeout(longestStart);
  try {
    const [line] = (await once(lines, 'line', { signal })) as [string];
    return line;
  } catch (cause) {
    throw new Error(`The desktop session has no line from ${of}.`, { cause });
  }
}
