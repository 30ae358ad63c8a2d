import type { Command } from 'commander';
import type { Action } from '../mailstow/command.ts';
import { bashCompletion } from './bash.ts';
import { completedCommand } from './completed-command.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

export type Shell = keyof typeof scripts;

/** The command that prints a script for a shell. @param program what the script completes */
export function completionOf(program: Command): Action<unknown> {
  return ({ operands: [shell] }, { stdout }) => {
    stdout.write(scripts[shell as Shell](program.name(), completedCommand(program)));
    return 'SUCCESS';
  };
}
