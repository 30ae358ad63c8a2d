import type { Command } from '../command.ts';
import { bareCommand } from './bare-command.ts';

/**
 * RFC 9051 section 6.4.1. Closes the mailbox and, where it was not opened read-only, removes what is
 * marked `\Deleted`.
 */
export const close = (): Command<void> => bareCommand('CLOSE');
