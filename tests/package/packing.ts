import { dirname } from 'node:path';
import type { RuntimeAtHand } from '../../build/package/runtime-at-hand.ts';
import { lookForRuntime } from '../electron-runtime/look.ts';
import { missingTools } from '../tools.ts';

/** What the packages of these tests are made and shown with, or why they cannot be. */
export function packingRuntime(): RuntimeAtHand | { readonly missing: string } {
  if (process.platform !== 'linux') return { missing: 'made and started on Linux alone' };
  const needed = ['Xvfb', 'openbox', 'dbus-daemon', 'gnome-keyring-daemon', 'dunst', 'xdotool'];
  const [tool] = missingTools().filter(({ name }) => needed.includes(name));
  if (tool !== undefined) return { missing: `needs ${tool.name}` };
  const runtime = lookForRuntime();
  if ('missing' in runtime) return runtime;
  return { electronDist: dirname(runtime.program), electronVersion: runtime.version };
}
