import sax from 'sax';
import { Unreadable } from './unreadable.ts';

/** What is told of a piece of XML; names are without their prefixes. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text(text: string): void;
}

/** Levels: tables within tables of a document need some fifty. */
const deepest = 1_000;

/** Walks through XML as it is unpacked; no entity but XML's own five is known, so nothing grows and nothing is fetched. */
export class XmlWalk {
  readonly #parser = sax.parser(true, options);
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #depth = 0;

  constructor({ open, close, text }: XmlHandlers) {
    this.#parser.onerror = () => {
      throw new Unreadable('damaged');
    };
    this.#parser.onopentag = ({ name, attributes }) => {
      this.#depth += 1;
      if (this.#depth > deepest) throw new Unreadable('damaged');
      open?.(localName(name), attributes as Record<string, string>);
    };
    this.#parser.onclosetag = name => {
      this.#depth -= 1;
      close?.(localName(name));
    };
    this.#parser.ontext = text;
    this.#parser.oncdata = text;
  }

  /** @throws Unreadable `damaged`, at once where it does not hold together */
  write(bytes: Buffer): void {
    // XML is UTF-8, or UTF-16 with its mark (XML 1.0, appendix F).
    const [first, second] = bytes;
    const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    this.#decoder ??= new TextDecoder(
      isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8',
    );
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }
}

/** By its position the library bounds what it holds; the second is not among its types. */
const options = { position: true, strictEntities: true };

/** Attributes' names keep their prefixes: two of a name may differ by it. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
