import { isComponent } from '../disk/guarded-files.ts';
import { JsonLines } from '../disk/json-lines.ts';
import { cutComponent, foldComponent, type Room, roomOf, withHash } from './safe-name.ts';

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
  /** It was there, and every line of it can be used. */
  readonly isWhole: boolean;

  /** @param isReadOnly new components are found as usual and not written down */
  constructor(path: string, isReadOnly = false) {
    this.#lines = new JsonLines(path);
    this.#isReadOnly = isReadOnly;
    const values = this.#lines.read();
    let refused = 0;
    let unread = 0;
    for (const value of values) {
      const entry = entryOf(value);
      if (entry === undefined) {
        unread += 1;
        continue;
      }
      const [parent, name, component] = entry;
      const level = this.#level(parent);
      if (isOurs(component) && (level.nameOf(component) ?? name) === name) {
        level.set(name, component);
      } else refused += 1;
    }
    this.refused = refused;
    this.isWhole = values.length > 0 && unread + refused === 0;
  }

  /**
   * @param parent the level: '' or the path of components above
   * @param name the text the component stands for
   * @param onDisk the components that exist on this level, asked once for the first new name
   */
  component(parent: string, name: string, room: Room, onDisk: () => Iterable<string>): string {
    const level = this.#level(parent);
    const known = level.get(name);
    if (known !== undefined) return known;
    level.look(onDisk);
    const component = choose(name, room, level);
    level.set(name, component);
    if (!this.#isReadOnly) this.#lines.append([parent, name, component]);
    return component;
  }

  /**
   * Keeps a component from every name, in any case and normal form.
   * @returns false where a name has got it before
   */
  reserve(parent: string, component: string): boolean {
    const level = this.#level(parent);
    if (level.takes(component)) return false;
    level.reserve(component);
    return true;
  }

  /** The component that was given out before, if one was. */
  known(parent: string, name: string): string | undefined {
    return this.#levels.get(parent)?.get(name);
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
  /** What was on disk when it was looked at, by what it folds to. */
  #onDisk: ReadonlyMap<string, ReadonlySet<string>> | undefined;

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

  reserve(component: string): void {
    this.#folded.add(foldComponent(component));
  }

  takes(component: string): boolean {
    return this.#folded.has(foldComponent(component));
  }

  look(onDisk: () => Iterable<string>): void {
    this.#onDisk ??= byFold(onDisk());
  }

  isOnDisk(component: string): boolean {
    return this.#onDisk?.get(foldComponent(component))?.has(component) ?? false;
  }

  /** Another spelling of the same name is on disk: what it stands for comes later and was first. */
  isOtherOnDisk(component: string): boolean {
    return !this.isOnDisk(component) && (this.#onDisk?.has(foldComponent(component)) ?? false);
  }
}

function byFold(components: Iterable<string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const component of components) {
    const folded = foldComponent(component);
    const alike = found.get(folded);
    if (alike === undefined) found.set(folded, new Set([component]));
    else alike.add(component);
  }
  return found;
}

/**
 * A hashed component that is on disk already is this name's own: its hash says so. What the first landing made of a
 * long name, in bytes alone, goes on. Should even four digits be taken, the whole name is its 16-digit hash.
 */
function choose(name: string, room: Room, level: Level): string {
  const before = roomOf(room.bytes);
  const plain = cutComponent(name, room);
  const hashed = withHash(name, room);
  const owned = [withHash(name, before), hashed, cutComponent(name, before)];
  const found = owned.find(each => level.isOnDisk(each) && !level.takes(each));
  if (found !== undefined) return found;
  if (!level.takes(plain) && !level.isOtherOnDisk(plain)) return plain;
  return level.takes(hashed) ? cutComponent(name, roomOf(0)) : hashed;
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
