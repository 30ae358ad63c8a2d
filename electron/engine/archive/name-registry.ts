import { isComponent } from './guarded-files.ts';
import { JsonLines } from './json-lines.ts';
import { cutComponent, foldComponent, withHash } from './safe-name.ts';

/**
 * Which component stands for which name, level by level, so that names that differ only in case or
 * normal form stay apart on every file system and cut names can be read back. Lines of
 * `.mailstow/names.jsonl`: `[parent, name, component]`. Without that file the components on disk
 * tell who has which.
 */
export class NameRegistry {
  readonly #lines: JsonLines;
  readonly #isReadOnly: boolean;
  readonly #levels = new Map<string, Level>();
  /** Lines that we never write: they lead out of the archive, or to where another name's files are. */
  readonly refused: number;

  /** @param isReadOnly new components are found as ever and not written down */
  constructor(path: string, isReadOnly = false) {
    this.#lines = new JsonLines(path);
    this.#isReadOnly = isReadOnly;
    let refused = 0;
    for (const value of this.#lines.read()) {
      const entry = entryOf(value);
      if (entry === undefined) continue;
      const [parent, name, component] = entry;
      const level = this.#level(parent);
      if (isOurs(component) && (level.nameOf(component) ?? name) === name) {
        level.set(name, component);
      } else refused += 1;
    }
    this.refused = refused;
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
    if (!this.#isReadOnly) this.#lines.append([parent, name, component]);
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

/** No component of ours begins with a dot, as our own folder does. */
function isOurs(component: string): boolean {
  return isComponent(component) && !component.startsWith('.');
}

function entryOf(value: unknown): [string, string, string] | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [parent, name, component]: unknown[] = value;
  return typeof parent === 'string' && typeof name === 'string' && typeof component === 'string'
    ? [parent, name, component]
    : undefined;
}
