/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** JPEG: a browser makes a large one small while it decodes it. */
  readonly isScalable: boolean;
}

/**
 * Reads how large a picture says it is, of PNG, JPEG, GIF, WebP and BMP: a file of some kilobytes may unfold to
 * gigabytes.
 * @param bytes its beginning @returns undefined for what is no such picture
 */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith('\x89PNG\r\n\x1a\n'))
    return bytes.length < 24 ? undefined : size(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  if (/^GIF8[79]a/.test(start)) return gif(bytes);
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return webp(bytes);
  if (start.startsWith('BM')) return bmp(bytes);
  return start.startsWith('\xff\xd8\xff') ? jpeg(bytes) : undefined;
}

function size(width: number, height: number, isScalable = false): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height, isScalable } : undefined;
}

function gif(bytes: Buffer): PictureSize | undefined {
  return bytes.length < 10 ? undefined : size(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
}

/** The header says how long it is, and with that how it says its size. */
function bmp(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 26) return undefined;
  if (bytes.readUInt32LE(14) === 12) return size(bytes.readUInt16LE(18), bytes.readUInt16LE(20));
  return size(Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22)));
}

function webp(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 30) return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return size((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    default:
      return undefined;
  }
}

/** Markers are walked through until the one that begins a frame. */
function jpeg(bytes: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return size(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5), true);
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return undefined;
}
