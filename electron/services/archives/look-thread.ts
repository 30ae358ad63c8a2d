import { holdsArchive } from '../../engine/archive/presence.ts';
import { serveRequests } from '../../engine/thread/serve-requests.ts';
import { findArchives } from './find-archives.ts';
import { holdingOf } from './look.ts';
import type { LookCalls } from './look-calls.ts';

/** The thread that looks into folders, of which one may lie on a network drive that does not answer. */
serveRequests<LookCalls>({
  isThere: folder => holdsArchive(folder),
  look: folder => holdingOf(folder),
  find: sought => findArchives(sought),
});
