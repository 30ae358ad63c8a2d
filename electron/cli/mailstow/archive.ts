import { join, resolve } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { exitCodeNameOf } from '../../../shared/model/exit-codes.ts';
import type { RunEvent } from '../../../shared/model/run.ts';
import { filled, wrong } from '../argument-values.ts';
import { Printer } from '../printer.ts';
import { keepShared } from '../private-files.ts';
import { readOptions } from '../read-options.ts';
import { loggedRun, withLog } from '../with-log.ts';
import { traceUsage, withTrace } from '../with-trace.ts';
import { accountUsage, credentialsOf } from './account-options.ts';
import { archiveOptions, requestOf } from './archive-options.ts';
import type { Command } from './command.ts';
import { readProfile } from './profiles.ts';

const options = {
  ...archiveOptions,
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  log: { type: 'string' },
  trace: { type: 'string' },
} as const;

export const runUsage = `${accountUsage}
  --folder DIR               where the mail is kept; created if missing
  --mailbox NAME             only this mailbox; may be given several times
  --include PATTERN          only mailboxes that fit, such as 'Work/*' or '\\Sent'; several times
  --exclude PATTERN          not the mailboxes that fit, such as '\\Junk'; several times
  --shared                   also mailboxes of others that you may see
  --with-junk                also junk mail; a new archive leaves it out
  --with-trash               also what is in the trash; a new archive leaves it out
  --headers-only             only the headers
  --unread-only              only messages not read yet
  --since DAY                only what arrived on this day or later, such as 2024-03-01
  --before DAY               only what arrived before this day
  --older-than N             only what arrived more than N days ago
  --larger SIZE              only messages larger than this, such as 500k or 10M
  --smaller SIZE             only messages smaller than this
  --separate                 every mailbox in full, also what an "all mail" mailbox holds already
  --layout L                 folders (default: a folder for each mailbox) or flat (MSG_INBOX_1.txt)
  --extension .txt           ending of the files in the flat layout
  --connections N            connections at once (default ${defaults.connections})
  --purge                    after the server numbered a mailbox anew, delete what matches nothing any more
  --shared-folder            others may use the folder: modes stay as the system gives them
  --override-account         go on although the folder holds another account's mail
`;

export const archive: Command = {
  usage: `Usage: mailstow archive --server HOST --user NAME --folder DIR [options]
       mailstow archive NAME [options]

Fetches every message of the account that is not in the folder yet, and certifies what is there. NAME is
a profile saved by 'mailstow profile save'; other options count instead of what it says.

${runUsage}  --json                     one event a line on stdout instead of text
  --quiet                    nothing on stderr but errors
  --log FILE                 also write what happens into this file, with stacks of defects; never mail
${traceUsage}`,

  async run(argv, surroundings) {
    const { values: given, positionals } = readOptions(argv, options);
    const [name, extra] = positionals;
    if (extra !== undefined)
      throw wrong(`'${extra}' is one argument too many`, 'Give one profile.');
    const { json = false, quiet = false, log, trace, ...rest } = given;
    const saved = name === undefined ? {} : await readProfile(name, surroundings.env);
    const values = { ...saved, ...rest };
    const printer = new Printer(surroundings, { json, quiet });
    const request = requestOf(values, Date.now());
    if (request.sharedFolder) keepShared();
    const findCredentials = credentialsOf(values);
    const result = await withLog(log, async file => {
      const credentials = await findCredentials(surroundings, text => printer.warning(text));
      const emit = (event: RunEvent) => printer.event(event);
      const run = () => loggedRun(file, { ...request, credentials }, emit, surroundings.signal);
      return withTrace(filled(trace, '--trace'), run);
    });
    printer.done(result, request.selection);
    if (!json && !quiet) {
      const page = join(resolve(request.folder), defaults.ownFolder, 'certificate.html');
      surroundings.stderr.write(`The certificate is in ${page}\n`);
    }
    return exitCodeNameOf(result);
  },
};
