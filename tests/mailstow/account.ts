import { join } from 'node:path';
import { layoutNow } from '../both-layouts.ts';
import { mailstow, type RunOptions } from '../imapcl/run-process.ts';
import { setUp } from '../imapcl/scripted-account.ts';
import type { ServerOptions } from '../servers/scripted/options.ts';

/** A scripted server, a folder for the archive, and mailstow with its own folder for profiles. */
export async function mailstowAccount(options: ServerOptions = {}) {
  const { server, place } = await setUp(options);
  const env = { MAILSTOW_CONFIG: join(place.folder, 'config'), MAIL_PASSWORD: 'secret' };
  const access = [
    ...['--server', '127.0.0.1', '--port', String(server.port), '--security', 'none'],
    ...['--user', 'user', '--password-variable', 'MAIL_PASSWORD'],
  ];
  const intoPlace = ['archive', ...access, '--folder', place.out];
  const run = (args: readonly string[], more: RunOptions = {}) =>
    mailstow(args, { ...more, env: { ...env, ...more.env } });
  return {
    server,
    place,
    access,
    env,
    run,
    /** Into the present layout. */
    archive: (...more: string[]) => run([...intoPlace, '--layout', layoutNow(), ...more]),
    /** Into the layout that the command takes by itself. */
    archiveByDefault: (...more: string[]) => run([...intoPlace, ...more]),
  };
}
