import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailOwner } from '../../servers/dovecot/configuration.ts';
import { isInstalled } from '../../tools.ts';
import type { Job } from '../clients/job.ts';
import { archiving, type Contestant, drainBySending, everyFile, ours } from '../contestants.ts';
import { fetchmailConfiguration, getmailConfiguration, mpopConfiguration } from './peers.ts';

export const fetchmail = 'fetchmail';
export const getmail = 'getmail6';
export const mpop = 'mpop';

/** Who fetches a maildrop, in the order in which they run. All but the drain sync what they store. */
export const pop3Contestants: readonly Contestant[] = [
  archiving(ours, '--protocol', 'pop3'),
  {
    name: mpop,
    proof: everyFile,
    missing: missing('mpop'),
    async command({ job, beside }) {
      const file = await configured(job, `${beside}.mpoprc`, mpopConfiguration(job));
      return ['mpop', '--quiet', `--file=${file}`, 'bench'];
    },
  },
  {
    name: getmail,
    proof: everyFile,
    missing: missing('getmail'),
    async command({ job, beside }) {
      const state = `${beside}.getmail`;
      await mkdir(state, { recursive: true });
      const file = await configured(job, `${beside}.getmailrc`, getmailConfiguration(job));
      const { uid, gid } = mailOwner();
      for (const part of ['', 'cur', 'new', 'tmp']) await chown(join(job.folder, part), uid, gid);
      return ['getmail', '--quiet', `--getmaildir=${state}`, `--rcfile=${file}`];
    },
  },
  {
    name: fetchmail,
    proof: everyFile,
    missing: missing('fetchmail'),
    async command({ job, beside }) {
      const file = await configured(job, `${beside}.fetchmailrc`, fetchmailConfiguration(job));
      // It ends with 1 where nothing is new.
      const script =
        'fetchmail --silent --nosyslog -f "$1" -i "$1.ids" --pidfile "$1.pid"; [ $? -le 1 ]';
      return ['sh', '-c', script, 'fetchmail', file];
    },
  },
];

/** The limit: all commands at once, and what comes is thrown away. */
export const pop3Drain: Contestant = {
  ...drainBySending(job => {
    const messages = Array.from({ length: job.messages }, (_, n) => `RETR ${n + 1}`);
    const what = job.again ? ['STAT', 'LIST', 'UIDL'] : messages;
    return [`USER ${job.user}`, `PASS ${job.password}`, ...what, 'QUIT'];
  }),
};

/** Writes the configuration, and makes the Maildir that some of them want to find. */
async function configured({ folder }: Job, file: string, text: string): Promise<string> {
  for (const part of ['cur', 'new', 'tmp']) await mkdir(`${folder}/${part}`, { recursive: true });
  await writeFile(file, text, { mode: 0o600 });
  return file;
}

function missing(program: string): () => string | undefined {
  return () => (isInstalled(program) ? undefined : `${program} is not installed`);
}
