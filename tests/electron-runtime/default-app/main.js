import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/**
 * Loads the app that is named on the command line, as Electron's own default app does: before it, with `-r`,
 * what Playwright asks for, and always what this runtime lacks. Awaited to the end, so that `ready` waits.
 */
const options = process.argv.slice(1);
let named;
while (options.length > 0 && named === undefined) {
  const option = options.shift();
  if (option === '-r' || option === '--require') {
    createRequire(import.meta.url)(resolve(options.shift()));
  } else if (!option.startsWith('-')) named = resolve(option);
}
process.defaultApp = true;
for (const part of ['register', 'install']) {
  await import(pathToFileURL(join(process.resourcesPath, `compat/${part}.mjs`)).href);
}
try {
  if (named === undefined) throw new Error('No app is named on the command line.');
  await import(pathToFileURL(programOf(named)).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}

/** Of a file itself, of a folder what its package.json says; the app is called so, too. */
function programOf(path) {
  if (statSync(path).isFile() && !path.endsWith('.asar')) return path;
  const {
    main = 'index.js',
    name,
    productName = name,
    version,
    desktopName,
  } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  if (productName !== undefined) app.setName(productName);
  if (version !== undefined) app.setVersion(version);
  if (desktopName !== undefined) app.setDesktopName(desktopName);
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), app.getName()));
  }
  app.setAppPath(path);
  return join(path, main);
}
