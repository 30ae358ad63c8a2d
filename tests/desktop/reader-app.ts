import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { app } from 'electron';
import { utilityDoor } from '../../electron/desktop/utility-door.ts';
import { AttachmentReader } from '../../electron/engine/search/attachments/attachment-reader.ts';
import type { Walls } from '../../electron/engine/search/attachments/reader-messages.ts';
import type { Reading } from '../../electron/engine/search/attachments/reading.ts';

/** What an app without a window has read: in a real Electron, with the process that the app has. */
export interface ReadInElectron {
  readonly readings: Readonly<Record<string, Reading>>;
  readonly walls: Walls | undefined;
  /** Milliseconds, the longest in which the main thread did not answer. */
  readonly delay: number;
  readonly problem?: string;
}

const [folder = '', ...files] = (process.env.MAILSTOW_READ ?? '').split('\n');

app.whenReady().then(async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const readings: Record<string, Reading> = {};
  // What is too large for its memory may take its time to become so.
  const reader = new AttachmentReader(utilityDoor(), { file: 30_000 });
  const impatient = new AttachmentReader(utilityDoor(), { file: 4_000 });
  let problem: string | undefined;
  try {
    // What the app itself needs to begin is not of interest.
    delay.enable();
    for (const path of files) {
      const name = basename(path);
      readings[name] = await (name === 'slow.pdf' ? impatient : reader).read({
        name: path,
        type: '',
        pieces: [readFileSync(path)],
      });
    }
    delay.disable();
  } catch (error) {
    problem = error instanceof Error ? error.stack : String(error);
  }
  const { walls } = reader;
  await Promise.all([reader.close(), impatient.close()]);
  const result = {
    readings,
    walls,
    delay: delay.max / 1e6 - 5,
    ...(problem === undefined ? {} : { problem }),
  };
  writeFileSync(`${folder}/read.json`, JSON.stringify(result satisfies ReadInElectron));
  app.exit();
});
