import { atom } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';

/** RFC 4978. Behind the tagged OK both directions are compressed. */
export const compress = (): Command<void> => ({
  name: 'COMPRESS',
  arguments: [atom('DEFLATE')],
  claim: () => false,
  result: () => undefined,
});
