import { join, resolve } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { exitCodeNameOf } from '../../../shared/model/exit-codes.ts';
import { loggedRun } from '../with-log.ts';
import type { Action } from './command.ts';
import type { archiveRunOptions } from './option-tables.ts';
import { prepared } from './prepared-run.ts';

export const archive: Action<typeof archiveRunOptions> = async (given, surroundings) => {
  const { result, request, printer, isSilent } = await prepared(given, surroundings, async run => {
    const { request, log, printer, json, quiet, heard } = run;
    const result = await loggedRun(
      log,
      request,
      event => printer.event(heard(event)),
      surroundings.signal,
    );
    return { result, request, printer, isSilent: json || quiet };
  });
  printer.done(result, request.selection);
  if (!isSilent) {
    const page = join(resolve(request.folder), defaults.ownFolder, 'certificate.html');
    surroundings.stderr.write(`Completeness report: ${page}\n`);
  }
  return exitCodeNameOf(result);
};
