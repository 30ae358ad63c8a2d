import type { Command } from '../command.ts';
import { bareCommand } from './bare-command.ts';

/** RFC 9051 section 6.1.2. Asks for whatever the server has to say. */
export const noop = (): Command<void> => bareCommand('NOOP');
