import { appendFileSync, readFileSync } from 'node:fs';
import { errorCode } from './disk-failure.ts';
import { cutComponent, foldComponent, withHash } from './safe-name.ts';

/**
 * Which component stands for which name, level by level, so that names that differ only in case or
 * normal form stay apart on every file system and cut names can be read back. Lines of
 * `.mailstow/names.jsonl`: `[parent, name, component]`. Without that file the components on disk
 * tell who has which.
 */
export class NameRegistry {
  readonly #path: string;
  readonly #isReadOnly: boolean;
  readonly #levels = new Map<string, Level>();

  /** @param isReadOnly new components are found as ever and not written down */
  constructor(path: string, isReadOnly = false) {
    this.#path = path;
    this.#isReadOnly = isReadOnly;
    for (const [parent, name, component] of readEntries(path)) {
      this.#level(parent).set(name, component);
    }
  }

  /**
   * @param parent the level: '' or the path of components above
   * @param name the text the component stands for
   * @param limit the most bytes the component may have
   * @param onDisk the components that exist on this level now, asked only for a new name
   */
  component(parent: string, name: string, limit: number, onDisk: () => Iterable<string>): string {
    const level = this.#level(parent);
    const known = level.get(name);
    if (known !== undefined) return known;
    const component = choose(name, limit, level, new Set(onDisk()));
    level.set(name, component);
    if (this.#isReadOnly) return component;
    appendFileSync(this.#path, `${JSON.stringify([parent, name, component])}\n`);
    return component;
  }

  /** The name behind a component of a level that was given out before. */
  nameOf(parent: string, component: string): string | undefined {
    return this.#levels.get(parent)?.nameOf(component);
  }

  #level(parent: string): Level {
    const level = this.#levels.get(parent) ?? new Level();
    this.#levels.set(parent, level);
    return level;
  }
}

class Level {
  readonly #components = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #folded = new Set<string>();

  get(name: string): string | undefined {
    return this.#components.get(name);
  }

  set(name: string, component: string): void {
    this.#components.set(name, component);
    this.#names.set(component, name);
    this.#folded.add(foldComponent(component));
  }

  nameOf(component: string): string | undefined {
    return this.#names.get(component);
  }

  takes(component: string): boolean {
    return this.#folded.has(foldComponent(component));
  }
}

/**
 * A hashed component that is on disk already is this name's own: its hash says so. Should even four
 * digits be taken, the whole name is its 16-digit hash.
 */
function choose(name: string, limit: number, level: Level, onDisk: ReadonlySet<string>): string {
  const plain = cutComponent(name, limit);
  const hashed = withHash(name, limit);
  if (onDisk.has(hashed) && !level.takes(hashed)) return hashed;
  if (!level.takes(plain) && !takenOnDisk(plain, onDisk)) return plain;
  return level.takes(hashed) ? cutComponent(name, 0) : hashed;
}

/** Another spelling of the same name is on disk: what it stands for comes later and was first. */
function takenOnDisk(component: string, onDisk: ReadonlySet<string>): boolean {
  if (onDisk.has(component)) return false;
  const folded = foldComponent(component);
  for (const other of onDisk) if (foldComponent(other) === folded) return true;
  return false;
}

function readEntries(path: string): [string, string, string][] {
  const lines = readLines(path);
  return lines.flatMap(line => {
    const entry = parseLine(line);
    return entry === undefined ? [] : [entry];
  });
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** A torn line is as good as none: what it said can be found out again. */
function parseLine(line: string): [string, string, string] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (!Array.isArray(value) || value.length !== 3) return undefined;
    const [parent, name, component]: unknown[] = value;
    return typeof parent === 'string' && typeof name === 'string' && typeof component === 'string'
      ? [parent, name, component]
      : undefined;
  } catch {
    return undefined;
  }
}
