import { serveRequests } from '../thread/serve-requests.ts';
import type { MailCalls } from './mail-calls.ts';
import { viewMessage } from './message-view.ts';
import { withMessage } from './octet-file.ts';
import { sourceOf } from './source.ts';

serveRequests<MailCalls>({
  view: ({ path, ...options }) => withMessage(path, file => viewMessage(file, options)),
  source: ({ path }) => withMessage(path, sourceOf),
});
