/** A picture as PNG, square. */
export interface Picture {
  /** Pixels of a side. */
  readonly size: number;
  readonly png: Buffer;
}

/** Types of Apple's icon format whose content is a PNG, by pixels of a side. */
const appleTypes: readonly (readonly [type: string, size: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** Windows' icon file: a directory of pictures, then the pictures. */
export function toIco(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // One byte a side: 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The pictures of a file that `toIco` made. */
export function picturesOf(ico: Buffer): Picture[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const png = ico.subarray(start, start + ico.readUInt32LE(entry + 8));
    return { size: ico.readUInt8(entry) || 256, png };
  });
}

/** Apple's icon file: a chunk for each use, with its length in front. */
export function toIcns(pictures: readonly Picture[]): Buffer {
  const chunks = appleTypes.flatMap(([type, size]) => {
    const picture = pictures.find(each => each.size === size);
    return picture === undefined ? [] : [chunk(type, picture.png)];
  });
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
