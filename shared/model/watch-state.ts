import * as z from 'zod';

/** How an account is watched for new mail. */
export const watchStates = z.enum([
  /** It is not. */
  'off',
  'connecting',
  /** Everything is archived that could be, and more is waited for. */
  'watching',
  'saving',
  /** It is tried again by itself. */
  'away',
  /** The person has to do something. */
  'failed',
]);
