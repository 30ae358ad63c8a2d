import type { Failure } from '../../../../shared/model/failure.ts';
import { toFailure } from '../../errors.ts';
import { diskFailure } from '../disk/disk-failure.ts';

/** Why messages could not be stored. */
export function storingFailure(error: unknown): Failure {
  try {
    return diskFailure(error, 'storing-messages').failure;
  } catch {
    return toFailure(error);
  }
}
