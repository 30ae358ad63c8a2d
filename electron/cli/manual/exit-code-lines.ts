import { describedExitCodes } from '../../../shared/model/exit-codes.ts';

/** The table of exit codes as help prints it: the code that the process leaves with, and what it says. */
export function exitCodeLines(): string {
  return describedExitCodes()
    .map(({ code, text }) => `  ${`${code}`.padEnd(5)}${text}\n`)
    .join('');
}
