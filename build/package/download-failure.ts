/** What electron-builder fetches, by a part of its address, and the variables that name another place for it. */
const downloads: readonly (readonly [RegExp, name: string, help: string])[] = [
  [
    /\/electron-v\d/,
    'the Electron runtime',
    'ELECTRON_OVERRIDE_DIST_PATH names a folder that has it, ELECTRON_MIRROR another server',
  ],
  [/appimage/i, 'the AppImage tools', ''],
  [/nsis/i, 'NSIS', ''],
  [/win-?codesign|rcedit|signtool/i, 'the tools for Windows programs', ''],
  [/dmg/i, 'the tools for disk images', ''],
  [/7zip|7za/i, '7-Zip', ''],
];
const mirror = 'ELECTRON_BUILDER_BINARIES_MIRROR names another server';

/** Says in a sentence what could not be downloaded. @returns undefined for any other failure */
export function downloadFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { options } = error as { options?: { url?: unknown } };
  const url = options?.url;
  if (url === undefined) return undefined;
  const [, name = 'a tool of electron-builder', help = ''] =
    downloads.find(([address]) => address.test(String(url))) ?? [];
  return `Could not download ${name} from ${String(url)} (${error.message}): ${help || mirror}.`;
}
