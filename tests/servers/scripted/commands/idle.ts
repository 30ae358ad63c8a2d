import { SyntaxFault } from '../arguments.ts';
import type { CommandHandler } from '../connection.ts';
import { announceChanges, announceFlags } from '../selected-view.ts';

/** RFC 2177: what others change in the open mailbox is told at once, until the client says DONE. */
export const idle: CommandHandler = {
  needs: ['IDLE', 'IMAP4REV2'],
  state: 'authenticated',
  async run(connection) {
    const view = connection.selected;
    const tell = (uid?: number) => {
      if (uid === undefined) announceChanges(connection);
      else announceFlags(connection, uid);
      void connection.output.flush().catch(() => {});
    };
    // What happened since the last command comes first.
    announceChanges(connection);
    view?.mailbox.listeners.add(tell);
    try {
      const line = await connection.prompt('idling');
      if (line.toUpperCase() !== 'DONE') throw new SyntaxFault('DONE was expected');
    } finally {
      view?.mailbox.listeners.delete(tell);
    }
    return 'OK IDLE completed';
  },
};
