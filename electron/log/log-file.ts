import { chmodSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import electronLog from 'electron-log/node';
import { onDefect } from '../engine/defects.ts';
import { MailstowError } from '../engine/errors.ts';
import { Secrets } from '../engine/session/login/secrets.ts';
import type { Log } from './log.ts';

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
  makePrivate(file);
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
  const hidden = new Map<string, Secrets>();
  const entry = (text: string) => {
    let masked = text;
    for (const secrets of hidden.values()) masked = secrets.text(masked);
    return asEntry(masked.slice(0, longestEntry));
  };
  const log = {
    info: (text: string) => logger.info(entry(text)),
    warn: (text: string) => logger.warn(entry(text)),
    error: (text: string) => logger.error(entry(text)),
    hide(user: string, password: string) {
      hidden.set(`${user}\0${password}`, new Secrets(user, password));
    },
    close: onDefect(trace => log.error(trace)),
  };
  return log;
}

/** Further lines are set in, so that nothing in a text looks like an entry of its own. */
function asEntry(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replaceAll('\n', '\n    ');
}

function makePrivate(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK } = constants;
    closeSync(openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o600));
    // One that was there before may be open to others.
    chmodSync(file, 0o600);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MailstowError('arguments', 'run', {
      message: `The log ${file} cannot be written: ${reason}.`,
      nextStep: 'Name another file, in a folder that you may write to.',
      cause,
    });
  }
}
