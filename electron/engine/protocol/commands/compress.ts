import { atom } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { bareCommand } from './bare-command.ts';

/** RFC 4978. After the tagged OK both directions are compressed. */
export const compress = (): Command<void> => ({
  ...bareCommand('COMPRESS'),
  arguments: [atom('DEFLATE')],
});
