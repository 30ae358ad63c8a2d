import type { Command } from '../command.ts';
import { bareCommand } from './bare-command.ts';

/** RFC 9051 section 6.4.2. Closes the mailbox and removes nothing. */
export const unselect = (): Command<void> => bareCommand('UNSELECT');
