import * as z from 'zod';

/** What several messages can be saved as: files in a folder, one ZIP, one mbox, one PDF. */
export const exportKind = z.enum(['eml', 'zip', 'mbox', 'pdf']);
export type ExportKind = z.infer<typeof exportKind>;

/** Messages of one account that can be named one by one; a whole list is named as such. */
export const mostPicked = 20_000;
