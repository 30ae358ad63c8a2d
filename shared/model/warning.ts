import * as z from 'zod';
import { failure, failureArg } from './failure.ts';

/** What a person should know although nothing failed. Never holds a secret. */
export const warning = z.object({
  /** One English sentence. */
  message: z.string(),
  /** Which sentence it is, see shared/i18n/en/warnings.ts; absent in what earlier versions wrote. */
  code: z.string().exactOptional(),
  /** What the sentence is filled with, by name. */
  args: z.record(z.string(), failureArg).readonly().exactOptional(),
  /** The failure that the sentence tells of. */
  cause: failure.exactOptional(),
  mailbox: z.string().exactOptional(),
});
export type Warning = Readonly<z.infer<typeof warning>>;
