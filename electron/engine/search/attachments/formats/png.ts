import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Eight bits a channel, red, green and blue (PNG, section 11.2.1). */
const kind = Buffer.from([8, 2, 0, 0, 0]);
/** Each line by what differs from the one above: pages are mostly white (PNG, section 9.2). */
const up = 2;
/** Pictures that are looked at once: half the time of the usual level, a tenth larger. */
const level = 3;

/** @param pixels four bytes each: red, green, blue, and one that is passed over */
export function pngOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const line = 1 + 3 * width;
  const rows = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * line] = up;
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const to = y * line + 1 + x * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const above = y === 0 ? 0 : (pixels[from - width * 4 + channel] ?? 0);
        rows[to + channel] = (pixels[from + channel] ?? 0) - above;
      }
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([header, kind])),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
