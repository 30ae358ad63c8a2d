import { crc32, deflateSync } from 'node:zlib';
import type { Attachment } from './compose.ts';

/** A PNG of a soft gradient, `size` pixels square. */
export function picture(name: string, size: number, contentId?: string): Attachment {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const shade = Math.floor((200 * (x + y)) / (2 * size));
      rows.set([40, 90 + Math.floor(shade / 2), 55 + shade], y * (1 + size * 3) + 1 + x * 3);
    }
  }
  const content = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  return { type: 'image/png', name, content, ...(contentId === undefined ? {} : { contentId }) };
}

function pngChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

/** A PDF of one page with a few lines of plain ASCII text. */
export function pdf(name: string, lines: readonly string[]): Attachment {
  const shown = lines.map(line => `(${line.replaceAll(/[()\\]/g, '\\$&')}) Tj T*`).join('\n');
  const page = `BT /F1 14 Tf 18 TL 60 760 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const count = objects.length + 1;
  file += `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { type: 'application/pdf', name, content: Buffer.from(file, 'latin1') };
}

/** An invitation as other programs attach it (RFC 5545). */
export function invitation(name: string, summary: string, start: string, end: string): Attachment {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example.org//Demo//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${start}@example.org`,
    `DTSTAMP:${start}`,
    `DTSTART:${start}`,
    `DTEND:${end}`,
    `SUMMARY:${summary}`,
    'ORGANIZER;CN=Front Desk:mailto:desk@example.org',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return { type: 'text/calendar', name, content: Buffer.from(lines.join('\r\n')) };
}
