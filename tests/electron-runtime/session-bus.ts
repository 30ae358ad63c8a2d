import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as later } from 'node:timers/promises';

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

/** As whom the programs of a session run. */
type As = (command: readonly string[]) => readonly [string, ...string[]];

type Environment = Readonly<Record<string, string>>;

/** The programs of one session, each with a pipe at number 3 for what it says of itself. */
export class SessionParts {
  readonly #as: As;
  readonly #parts: ChildProcess[] = [];

  constructor(as: As) {
    this.#as = as;
  }

  start(command: readonly string[], env: Environment): ChildProcess {
    const [program, ...rest] = this.#as(command);
    const stdio = ['pipe', 'pipe', 'ignore', 'pipe'] as const;
    const part = spawn(program, rest, {
      env: { PATH: process.env.PATH, ...env },
      stdio: [...stdio],
    });
    this.#parts.push(part);
    return part;
  }

  /** @param folder takes its configuration @returns its address */
  startBus(folder: string, env: Environment): Promise<string> {
    const config = join(folder, 'bus.conf');
    writeFileSync(config, busConfig);
    const command = ['dbus-daemon', `--config-file=${config}`, '--nofork', '--print-address=3'];
    return firstLine(this.start(command, env).stdio[3] as Readable, 'the bus');
  }

  async startKeyring(state: Exclude<Keyring, 'absent'>, env: Environment): Promise<void> {
    const command = ['gnome-keyring-daemon', '--foreground', '--components=secrets'];
    const open = this.start([...command, '--unlock'], env);
    open.stdin?.end('the password of the person\n');
    await this.isOnBus('org.freedesktop.secrets', env);
    if (state === 'unlocked') return;
    await end(open);
    this.start(command, env);
    await this.isOnBus('org.freedesktop.secrets', env);
  }

  /** Waits until somebody answers under that name. */
  async isOnBus(name: string, env: Environment): Promise<void> {
    const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'];
    const ask = ['dbus-send', ...bus, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`];
    const [program, ...rest] = this.#as(ask);
    const began = performance.now();
    while (performance.now() - began < longestStart) {
      const { stdout } = spawnSync(program, rest, { env: { ...env }, encoding: 'utf8' });
      if (stdout.includes('boolean true')) return;
      await later(50);
    }
    throw new Error(`The desktop session has nobody who answers as ${name}.`);
  }

  /** The last one first. */
  async stop(): Promise<void> {
    for (const part of this.#parts.splice(0).reverse()) await end(part);
  }
}

async function end(part: ChildProcess): Promise<void> {
  if (part.exitCode !== null || part.signalCode !== null) return;
  const ended = once(part, 'exit');
  part.kill();
  await ended;
}

export async function firstLine(output: Readable, of: string): Promise<string> {
  const lines = createInterface({ input: output });
  const signal = AbortSignal.timeout(longestStart);
  try {
    const [line] = (await once(lines, 'line', { signal })) as [string];
    return line;
  } catch (cause) {
    throw new Error(`The desktop session has no line from ${of}.`, { cause });
  }
}
