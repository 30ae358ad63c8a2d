import * as z from 'zod';
import { count, text, time } from './bounds.ts';

/** When something is. */
const moment = z.discriminatedUnion('kind', [
  /** A point in time, whoever looks at it. */
  z.object({ kind: z.literal('time'), time }),
  /** A whole day, wherever one is: `2026-05-01`. */
  z.object({ kind: z.literal('day'), day: z.string().regex(/^\d{4}-\d\d-\d\d$/) }),
  /** What a clock shows (`2026-05-01T09:00`), somewhere: '' where the invitation does not say where. */
  z.object({ kind: z.literal('local'), local: z.string().max(20), zone: text }),
]);
export type Moment = z.infer<typeof moment>;

const person = z.object({ name: text, address: text });
const answer = z.enum(['accepted', 'declined', 'tentative', 'none']);
export type InvitationAnswer = z.infer<typeof answer>;

/** An event that came with a message. */
export const invitation = z.object({
  /** The attachment that holds it. */
  index: count,
  kind: z.enum(['invitation', 'update', 'cancelled', 'answer', 'event']),
  summary: text,
  location: text,
  description: text,
  start: moment.optional(),
  /** Of days the last one. */
  end: moment.optional(),
  repeats: z
    .object({
      every: z.enum(['day', 'week', 'month', 'year', 'other']),
      interval: z.int().min(1),
      times: count.optional(),
      until: moment.optional(),
    })
    .optional(),
  organizer: person.optional(),
  /** The first of them; `total` counts all. */
  attendees: z.array(person.extend({ answer })).max(50),
  total: count,
  /** Events in the same file that are not shown. */
  more: count,
});
export type Invitation = z.infer<typeof invitation>;
