import { electronPackage, findRuntime } from '../../electron/start/find-runtime.ts';

/** The program that shows the desktop app here, or why there is none. */
export type Runtime = { readonly program: string } | { readonly missing: string };

/** Looks for it without loading the Electron package, which would begin a download. */
export function lookForRuntime(): Runtime {
  const { env, platform } = process;
  const folder = electronPackage();
  const program = folder === undefined ? undefined : findRuntime(folder, env, platform);
  if (program === undefined) return { missing: 'no runtime' };
  const hasScreen = platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY;
  return hasScreen ? { program } : { missing: 'no screen' };
}
