import type { Warning } from '../../../shared/model/warning.ts';
import { MailstowError } from '../../engine/errors.ts';
import { ServerHabits } from '../../engine/session/server-habits.ts';
import type { Session } from '../../engine/session/session.ts';
import { connectAndLogIn } from '../../engine/session/sign-in.ts';
import { filled } from '../argument-values.ts';
import type { ValuesOf } from '../option-table.ts';
import { Printer } from '../printer.ts';
import { withTrace } from '../with-trace.ts';
import { serverOf } from './account-options.ts';
import type { Surroundings } from './command.ts';
import { credentialsOf } from './credentials-of.ts';
import { explaining } from './explained.ts';
import type { mailboxesOptions } from './option-tables.ts';
import { readProfile } from './profiles.ts';

/** What makes it another account than the profile's. */
const accessOptions = ['server', 'port', 'security', 'user'] as const;

/**
 * Signs in to the account that the options name, and out again behind the work, which is not repeated.
 * @param folder of the profile's archive, where there is a profile
 * @throws MailstowError of kind `arguments`; why the server lets nobody in; what `work` throws
 */
export async function onServer<Result>(
  { profile: name, trace, json: _json, ...given }: ValuesOf<typeof mailboxesOptions>,
  surroundings: Surroundings,
  work: (session: Session, folder: string | undefined) => Promise<Result>,
): Promise<Result> {
  const profile = filled(name, '--profile');
  const saved = profile === undefined ? undefined : await readProfile(profile, surroundings.env);
  const values = { ...saved?.options, ...given };
  const server = serverOf(values);
  if (server.protocol === 'pop3') {
    throw new MailstowError('not-by-pop3', { args: { option: 'mailboxes' } });
  }
  const isOfProfile = accessOptions.every(option => given[option] === undefined);
  const find = credentialsOf(values, isOfProfile ? profile : undefined);
  const { signal } = surroundings;
  const printer = new Printer(surroundings, { json: false, quiet: false });
  const found = await find(
    surroundings,
    text => printer.warning(text),
    () => undefined,
  );
  const onWarning = (warning: Warning) => printer.event({ event: 'warning', ...warning });
  const options = { server, habits: new ServerHabits(), signal, onWarning };
  return explaining(found, () =>
    withTrace(filled(trace, '--trace'), async () => {
      const session = await connectAndLogIn(options, found.credentials);
      try {
        const result = await work(session, saved?.options.folder);
        session.logout();
        return result;
      } finally {
        session.destroy();
      }
    }),
  );
}
