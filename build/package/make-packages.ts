import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeb } from '../deb/make-deb.ts';
import { intoPlace } from '../into-place.ts';
import type { Asked } from './arguments.ts';
import { type Job, packAll, packAppImage, packFolder } from './builder.ts';

/**
 * Makes what is handed to people on this system.
 * @param output gets what was made, in the place of what an earlier run made; it stays where this one fails
 * @returns the failure of the one package that could not be made although the others were
 */
export function makePackages(
  { unpacked }: Asked,
  output: string,
  job: Omit<Job, 'output'>,
): Promise<unknown> {
  return intoPlace(output, async beside => {
    const here: Job = { ...job, output: beside };
    try {
      if (unpacked) await packFolder(here);
      else if (process.platform === 'linux') {
        return await packForLinux(here, await packFolder(here));
      } else await packAll(here);
    } finally {
      rmSync(join(beside, 'builder-debug.yml'), { force: true });
    }
    return undefined;
  });
}

/** The deb needs nothing that is not here; the tools for the AppImage may have to be downloaded. */
async function packForLinux(job: Job, app: string): Promise<unknown> {
  const { project, output, compression = 'xz' } = job;
  makeDeb({ project, app, output, compression });
  const apart = join(output, '.appimage');
  mkdirSync(apart);
  try {
    await packAppImage({ ...job, output: apart }, app);
    for (const file of readdirSync(apart, { withFileTypes: true })) {
      if (file.isFile() && file.name !== 'builder-debug.yml') {
        renameSync(join(apart, file.name), join(output, file.name));
      }
    }
    return undefined;
  } catch (error) {
    return error;
  } finally {
    rmSync(apart, { recursive: true, force: true });
  }
}
