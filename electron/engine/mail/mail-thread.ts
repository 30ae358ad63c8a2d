import { serveRequests } from '../thread/serve-requests.ts';
import type { MailCalls } from './mail-calls.ts';
import { withMessage } from './message-file.ts';
import { viewMessage } from './message-view.ts';
import { OpenParts } from './open-parts.ts';
import { previews } from './previews.ts';
import { replyFacts } from './reply.ts';
import { sourceOf } from './source.ts';

const parts = new OpenParts();

serveRequests<MailCalls>({
  view: ({ path, ...options }) => withMessage(path, file => viewMessage(file, options)),
  source: ({ path }) => withMessage(path, sourceOf),
  previews,
  reply: ({ path }) => withMessage(path, replyFacts),
  openPart: ({ path, place }) => parts.open(path, place),
  nextPiece: number => parts.next(number),
  closePart: number => parts.close(number),
});
