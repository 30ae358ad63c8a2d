import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Nobody reads more of it in a list of contents. */
const longestTitle = 200;

/** What a page takes over from what it stands in (ISO 32000-1 section 7.7.3.4). */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map(name => PDFName.of(name));
const parent = PDFName.of('Parent');
const structure = PDFName.of('StructParents');

interface Part {
  readonly title: string;
  readonly page: PDFRef;
}

/**
 * Puts PDFs one behind the other into one, with a list of contents, and writes it as it grows: no more than one of them
 * is in memory, and of each that is written its title and the places of its objects.
 */
export class PdfMerger {
  readonly #context = PDFDocument.create().then(({ context }) => context);
  readonly #pages: PDFRef[] = [];
  readonly #parts: Part[] = [];
  /** By number; where each object begins. */
  readonly #offsets: number[] = [0];
  #written = 0;
  readonly #root = this.#reserve();
  readonly #catalog = this.#reserve();
  readonly #contents = this.#reserve();

  /** @returns what the file begins with */
  begin(): Buffer {
    return this.#count(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'));
  }

  /** @param title in the list of contents @returns what is to be written of it @throws what is no PDF */
  async *add(bytes: Uint8Array, title: string): AsyncGenerator<Buffer> {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const { context } = document;
    const numbers = new Map<PDFRef, PDFRef>();
    const waiting: PDFRef[] = [];
    const numberOf = (ref: PDFRef): PDFRef => {
      const known = numbers.get(ref);
      if (known !== undefined) return known;
      const next = this.#reserve();
      numbers.set(ref, next);
      waiting.push(ref);
      return next;
    };
    const pages = document.getPages();
    for (const { node, ref } of pages) {
      for (const name of inherited) {
        const value = node.getInheritableAttribute(name);
        if (value !== undefined) node.set(name, value);
      }
      // Only what a page shows is taken along.
      node.delete(parent);
      node.delete(structure);
      this.#pages.push(numberOf(ref));
    }
    const [first] = pages;
    if (first !== undefined) {
      const page = numberOf(first.ref);
      this.#parts.push({ title: title.slice(0, longestTitle).toWellFormed(), page });
    }
    const leaves = new Set(pages.map(({ node }) => node));
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      const object = context.lookup(ref);
      if (object === undefined) continue;
      renumber(object, numberOf);
      if (object instanceof PDFDict && leaves.has(object as never)) object.set(parent, this.#root);
      yield this.#write(numberOf(ref), object);
    }
  }

  /** @returns what the file ends with */
  async *end(): AsyncGenerator<Buffer> {
    const context = await this.#context;
    yield this.#write(
      this.#root,
      context.obj({ Type: 'Pages', Kids: this.#pages, Count: this.#pages.length }),
    );
    yield* this.#outlines(context);
    yield this.#write(
      this.#catalog,
      context.obj({
        Type: 'Catalog',
        Pages: this.#root,
        Outlines: this.#contents,
        PageMode: 'UseOutlines',
      }),
    );
    const start = this.#written;
    const size = this.#offsets.length;
    yield Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n`);
    for (let first = 1; first < size; first += 1_000) {
      const lines = this.#offsets
        .slice(first, first + 1_000)
        .map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
      yield Buffer.from(lines.join(''));
    }
    yield Buffer.from(
      `trailer\n<< /Size ${size} /Root ${this.#catalog} >>\nstartxref\n${start}\n%%EOF\n`,
    );
  }

  *#outlines(context: PDFContext): Generator<Buffer> {
    const refs = this.#parts.map(() => this.#reserve());
    for (const [index, { title, page }] of this.#parts.entries()) {
      const previous = refs[index - 1];
      const next = refs[index + 1];
      const item = context.obj({
        Title: PDFHexString.fromText(title),
        Parent: this.#contents,
        Dest: [page, 'Fit'],
        ...(previous && { Prev: previous }),
        ...(next && { Next: next }),
      });
      yield this.#write(refs[index] as PDFRef, item);
    }
    const [first] = refs;
    const last = refs.at(-1);
    yield this.#write(
      this.#contents,
      context.obj({
        Type: 'Outlines',
        Count: PDFNumber.of(refs.length),
        ...(first && { First: first }),
        ...(last && { Last: last }),
      }),
    );
  }

  #reserve(): PDFRef {
    this.#offsets.push(0);
    return PDFRef.of(this.#offsets.length - 1);
  }

  #write(ref: PDFRef, object: PDFObject): Buffer {
    const head = Buffer.from(`${ref.objectNumber} 0 obj\n`);
    const tail = Buffer.from('\nendobj\n');
    const size = object.sizeInBytes();
    const bytes = Buffer.alloc(head.length + size + tail.length);
    head.copy(bytes);
    object.copyBytesInto(bytes, head.length);
    tail.copy(bytes, head.length + size);
    this.#offsets[ref.objectNumber] = this.#written;
    return this.#count(bytes);
  }

  #count(bytes: Buffer): Buffer {
    this.#written += bytes.length;
    return bytes;
  }
}

/** Every reference within an object leads to what it is called in the new file. */
function renumber(object: PDFObject, numberOf: (ref: PDFRef) => PDFRef): void {
  if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) {
      if (value instanceof PDFRef) object.set(index, numberOf(value));
      else renumber(value, numberOf);
    }
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      if (value instanceof PDFRef) object.set(key, numberOf(value));
      else renumber(value, numberOf);
    }
  } else if (object instanceof PDFStream) renumber(object.dict, numberOf);
}
