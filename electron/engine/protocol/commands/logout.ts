import type { Command } from '../command.ts';
import { bareCommand } from './bare-command.ts';

/** RFC 9051 section 6.1.3. The BYE that announces the end is its own. */
export const logout = (): Command<void> => ({
  ...bareCommand('LOGOUT'),
  claim: response => response.kind === 'status' && response.status === 'BYE',
});
