import { expectWords, textOf } from '../arguments.ts';
import { type CommandHandler, type Connection, Refusal, type SelectedView } from '../connection.ts';
import { parseSearch, type SearchProgram } from '../search-program.ts';
import { formatSequenceSet } from '../sequence-set.ts';

export const search: CommandHandler = searching(false);
export const uidSearch: CommandHandler = searching(true);

/** RFC 9051 section 6.4.4; RFC 4731 for RETURN. */
function searching(byUid: boolean): CommandHandler {
  return {
    state: 'selected',
    announces: false,
    run(connection, command) {
      const view = connection.selected;
      if (view === undefined) throw new Refusal('BAD Select a mailbox first');
      const [first, second, ...rest] = command.arguments;
      const extended = textOf(first)?.toUpperCase() === 'RETURN';
      if (extended && !connection.offers('ESEARCH', 'IMAP4REV2')) {
        throw new Refusal('BAD ESEARCH was not offered');
      }
      const program = parseSearch(extended ? rest : command.arguments, view);
      const found = limited(connection, run(view, program, byUid));
      const results = extended ? expectWords(second, 'results') : [];
      if (extended || connection.enabled.has('IMAP4REV2')) {
        queueExtended(connection, command.tag, byUid, found, results);
      } else {
        connection.output.queue(`* SEARCH${found.length > 0 ? ' ' : ''}${found.join(' ')}\r\n`);
      }
      return `OK ${command.name} completed`;
    },
  };
}

function run(view: SelectedView, program: SearchProgram, byUid: boolean): number[] {
  const found: number[] = [];
  view.uids.forEach((uid, index) => {
    if (program(uid, index + 1)) found.push(byUid ? uid : index + 1);
  });
  return found;
}

function limited(connection: Connection, found: number[]): number[] {
  const { searchLimit } = connection.host.options;
  return searchLimit === undefined ? found : found.slice(-searchLimit);
}

function queueExtended(
  connection: Connection,
  tag: string,
  byUid: boolean,
  found: readonly number[],
  results: readonly string[],
): void {
  const wanted = results.length === 0 ? ['ALL'] : results;
  const parts = wanted.flatMap(result => {
    if (result === 'COUNT') return `COUNT ${found.length}`;
    if (found.length === 0) return [];
    if (result === 'MIN') return `MIN ${found[0]}`;
    if (result === 'MAX') return `MAX ${found.at(-1)}`;
    if (result === 'ALL') return `ALL ${formatSequenceSet(found)}`;
    throw new Refusal(`BAD Unknown result ${result}`);
  });
  const words = [`(TAG "${tag}")`, ...(byUid ? ['UID'] : []), ...parts];
  connection.output.queue(`* ESEARCH ${words.join(' ')}\r\n`);
}
