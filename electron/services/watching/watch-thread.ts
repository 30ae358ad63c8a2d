import { watchAccount } from '../../engine/live/watch-account.ts';
import { WatchControl } from '../../engine/live/watch-control.ts';
import { ask, giveNotice, serveRequests } from '../../engine/thread/serve-requests.ts';
import { recordTrace } from '../../log/trace-file.ts';
import { received } from '../sign-in/sent-credentials.ts';
import { catchUpQuestion, type WatchCalls } from './watch-calls.ts';

/** The thread in which one account is watched. */
const control = new WatchControl();
const stop = new AbortController();
let endRecord: () => void = () => undefined;
serveRequests<WatchCalls>({
  watch(request) {
    const credentials = received(request.credentials, ask);
    const catchUp = async () => void (await ask(catchUpQuestion));
    return watchAccount({ ...request, credentials }, giveNotice, stop.signal, { control, catchUp });
  },
  hold: async () => {
    await control.hold();
    return undefined;
  },
  release: () => void control.release(),
  wake: () => void control.wake(),
  record: file => {
    endRecord();
    endRecord = file === undefined ? () => undefined : recordTrace(file);
  },
  stop: () => void stop.abort(),
});
