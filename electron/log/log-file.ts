import { closeSync } from 'node:fs';
import { resolve } from 'node:path';
import electronLog from 'electron-log/node';
import { onDefect } from '../engine/defects.ts';
import { AllSecrets } from '../engine/session/login/all-secrets.ts';
import { Secrets } from '../engine/session/login/secrets.ts';
import { asEntry } from './entry.ts';
import type { Log } from './log.ts';
import { openPrivate } from './private-file.ts';

/** Bytes; at this size the file becomes `NAME.old.log`, of which one is kept. */
const largestFile = 2_000_000;
/** Characters of an entry: a stack fits, a flood of server text does not. */
const longestEntry = 10_000;

/**
 * Opens a log that only its owner can read, made where it is missing. Stacks of defects go there too.
 * @throws MailstowError 'arguments' where it cannot be written
 */
export function openLog(path: string): Log {
  const file = resolve(path);
  closeSync(openPrivate(file, 'log'));
  const logger = electronLog.create({ logId: file });
  const { transports } = logger;
  transports.console.level = false;
  // It would tell there of a log that cannot be written; the streams of a command are for its results.
  transports.console.writeFn = () => undefined;
  Object.assign(transports.file, {
    fileName: file,
    resolvePathFn: () => file,
    maxSize: largestFile,
    format: '{iso} {level}: {text}',
    writeOptions: { flag: 'a', mode: 0o600, encoding: 'utf8' },
  });
  const hidden = new AllSecrets();
  const entry = (text: string) => asEntry(hidden.text(text).slice(0, longestEntry));
  const log = {
    info: (text: string) => logger.info(entry(text)),
    warn: (text: string) => logger.warn(entry(text)),
    error: (text: string) => logger.error(entry(text)),
    hide(user: string, password: string) {
      hidden.add(new Secrets(user, password));
    },
    close: onDefect(trace => log.error(trace)),
  };
  return log;
}
