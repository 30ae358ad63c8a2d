import * as z from 'zod';

/** A place of the window that something outside of it leads to. */
export const askedPlace = z.object({
  place: z.enum(['accounts', 'library', 'settings', 'report', 'message']),
  /** Of a message that was opened from its file. */
  messageId: z.int().min(0).optional(),
});
export type AskedPlace = z.infer<typeof askedPlace>;
