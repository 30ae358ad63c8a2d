import { writeFile } from 'node:fs/promises';
import type { Job } from './clients/job.ts';

/**
 * Writes the configuration that makes mbsync fetch an account into `job.folder`.
 * @param file where it is written; the password stands in it
 */
export function writeMbsyncConfiguration(file: string, job: Job, fsync: boolean): Promise<void> {
  return writeFile(
    file,
    `FSync ${fsync ? 'yes' : 'no'}

IMAPAccount bench
Host localhost
Port ${job.port}
User ${job.user}
Pass ${job.password}
SSLType IMAPS
CertificateFile ${job.ca}

IMAPStore far
Account bench

MaildirStore near
Path ${job.folder}/
Inbox ${job.folder}/INBOX
SubFolders Verbatim

Channel bench
Far :far:
Near :near:
Create Near
Sync Pull
SyncState *
Patterns *
`,
    { mode: 0o600 },
  );
}
