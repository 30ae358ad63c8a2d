import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AttachmentReader } from '../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../electron/engine/search/attachments/node-door.ts';

/** Bundled as a command is: reads the files that are named, and prints what is in them. */
const reader = new AttachmentReader(nodeDoor());
const readings: Record<string, unknown> = {};
for (const path of process.argv.slice(2)) {
  const pieces = [readFileSync(path)];
  readings[basename(path)] = await reader.read({ name: path, type: '', pieces });
}
const { walls } = reader;
await reader.close();
console.log(JSON.stringify({ readings, walls }));
