/**
 * The process that the crash tests kill: `child.ts store|remap FOLDER LAYOUT`. Prints a line
 * `stored UID` for each message that it was told is durable.
 */
import { flushCompileCache } from 'node:module';
import { Archive } from '../../../../electron/engine/archive/archive.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { remapScene, storeScene } from './scene.ts';

// A process that is killed leaves nothing compiled to the next.
flushCompileCache();

const [, , scenario, folder = '', layout] = process.argv;

const archive = await Archive.open({
  folder,
  layout: layout === 'folders' ? 'folders' : 'flat',
  extension: layout === 'folders' ? '.eml' : '.txt',
  account: { user: 'accounts', host: 'mail.example.org' },
  onWarning: ({ message }) => console.log(`warning ${message}`),
});
const play = scenario === 'store' ? storeScene : remapScene;
await play(await archive.mailbox(mailboxName('INBOX', '/')), uid => console.log(`stored ${uid}`));
await archive.close();
