import { writeFileSync } from 'node:fs';

let reported = false;

/**
 * Tells `npm start`, once, that a window works, by the file that it waits for: a program that shows nothing, or
 * an empty window, gives way to the browser. A program that was started by anybody else tells nobody.
 */
export function reportStart(): void {
  const { MAILSTOW_START_REPORT: file } = process.env;
  if (reported || file === undefined) return;
  reported = true;
  try {
    writeFileSync(file, '');
  } catch (error) {
    console.error(error);
  }
}
