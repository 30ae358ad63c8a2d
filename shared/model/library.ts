import * as z from 'zod';

/** By what a list of messages is sorted. */
export const sortKey = z.enum(['date', 'sender', 'subject', 'size', 'attachments', 'unread']);
export type SortKey = z.infer<typeof sortKey>;

/** Why an account is not in the list of all: its disk does not answer or its archive is gone, or its list cannot be read. */
export const unlistedReason = z.enum(['away', 'failed']);
export type UnlistedReason = z.infer<typeof unlistedReason>;

/** In the place of an account's id: messages that were opened from files of any folder. */
export const openedFiles = 'opened-files';
