import type { CommandHandler } from '../connection.ts';
import { authenticate, login, startTls } from './authentication.ts';
import { fetch, uidFetch } from './fetch.ts';
import { capability, enable, id, logout, namespace, noop } from './general.ts';
import { idle } from './idle.ts';
import { list, lsub } from './list.ts';
import { notify } from './notify.ts';
import { search, uidSearch } from './search.ts';
import { close, examine, select, unselect } from './select.ts';
import { status } from './status.ts';

/** Every command the server knows. */
export const commands: ReadonlyMap<string, CommandHandler> = new Map([
  ['CAPABILITY', capability],
  ['NOOP', noop],
  ['LOGOUT', logout],
  ['ID', id],
  ['IDLE', idle],
  ['NOTIFY', notify],
  ['ENABLE', enable],
  ['NAMESPACE', namespace],
  ['STARTTLS', startTls],
  ['LOGIN', login],
  ['AUTHENTICATE', authenticate],
  ['LIST', list],
  ['LSUB', lsub],
  ['STATUS', status],
  ['SELECT', select],
  ['EXAMINE', examine],
  ['UNSELECT', unselect],
  ['CLOSE', close],
  ['SEARCH', search],
  ['UID SEARCH', uidSearch],
  ['FETCH', fetch],
  ['UID FETCH', uidFetch],
]);
