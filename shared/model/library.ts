import * as z from 'zod';

/** By what a list of messages is sorted. */
export const sortKey = z.enum(['date', 'sender', 'subject', 'size', 'attachments', 'unread']);
export type SortKey = z.infer<typeof sortKey>;

/** In the place of an account's id: messages that were opened from files of any folder. */
export const openedFiles = 'opened-files';
