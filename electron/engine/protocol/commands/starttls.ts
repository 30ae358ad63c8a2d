import type { Command } from '../command.ts';
import { bareCommand } from './bare-command.ts';

/** RFC 9051 section 6.2.1. The TLS handshake follows its tagged OK at once. */
export const startTls = (): Command<void> => bareCommand('STARTTLS');
