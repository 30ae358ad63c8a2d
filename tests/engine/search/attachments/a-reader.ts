import { afterAll } from 'vitest';
import { AttachmentReader } from '../../../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../../../electron/engine/search/attachments/node-door.ts';
import type { Reading } from '../../../../electron/engine/search/attachments/reading.ts';

/** A reader for all tests of a file, with the process that commands and browser mode have. */
export function aReader(): (
  name: string,
  bytes: Uint8Array | string,
  type?: string,
) => Promise<Reading> {
  const reader = new AttachmentReader(nodeDoor());
  afterAll(() => reader.close());
  return (name, bytes, type = '') => reader.read({ name, type, pieces: [Buffer.from(bytes)] });
}

/** The words of a reading; '' where there are none. */
export function textOf(reading: Reading): string {
  return 'text' in reading ? reading.text : '';
}
