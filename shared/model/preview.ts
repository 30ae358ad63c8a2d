import * as z from 'zod';

/** What can be shown of a file without any other program: a picture, pages of a PDF, a table, text, a web page. */
export const previewKind = z.enum(['picture', 'pdf', 'table', 'text', 'html']);
export type PreviewKind = z.infer<typeof previewKind>;

/** How a file is shown. */
export const preview = z.discriminatedUnion('shows', [
  z.object({
    shows: z.enum(['picture', 'pages', 'words', 'table', 'text', 'html']),
    /** Address of a page for the frame of messages. */
    page: z.string(),
    /** There is more of it than is shown. */
    cut: z.boolean(),
  }),
  /** Nothing of it is shown. */
  z.object({
    shows: z.literal('nothing'),
    reason: z.enum(['encrypted', 'damaged', 'too-large', 'failed', 'unsupported']),
  }),
]);
export type Preview = z.infer<typeof preview>;
