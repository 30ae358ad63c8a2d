import { damageFiles } from '../accidents/torn.ts';
import { Workplace } from '../imapcl/run-process.ts';
import { startServer } from '../servers/scripted/server.ts';

/** Damages of one file of ours in each layout, of an archive at rest and of one in a new numbering. */
const damages = 500;

const messages = ['One', 'Two', 'Three', 'Four'].map(subject => ({
  bytes: `Subject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\nBody of ${subject}.\r\n`,
}));

/** Any one file of ours cut, emptied or filled with zeros: the next run ends well, or its advice leads there. */
export async function prove(scale: number): Promise<void> {
  const runs = Math.max(1, Math.round(damages * scale));
  for (const layout of ['flat', 'folders'] as const) {
    const server = await startServer({
      mailboxes: [{ name: 'INBOX', uidValidity: 1662988148, messages }],
    });
    const place = await Workplace.make('user', 'secret');
    try {
      await damageFiles({ server, place }, layout, runs, 1);
      console.log(`${layout}: ${2 * runs} damages, nothing lost`);
    } finally {
      await server.stop();
      await place.remove();
    }
  }
}
