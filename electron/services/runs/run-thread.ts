import { archiveByProtocol } from '../../engine/archive-by-protocol.ts';
import { RunControl } from '../../engine/run/connection/run-control.ts';
import { ask, giveNotice, serveRequests } from '../../engine/thread/serve-requests.ts';
import { recordTrace } from '../../log/trace-file.ts';
import { received } from '../sign-in/sent-credentials.ts';
import type { RunCalls } from './run-calls.ts';

/** The thread in which one run is carried out. */
const control = new RunControl();
const stop = new AbortController();
let endRecord: () => void = () => undefined;
serveRequests<RunCalls>({
  archive: request => {
    const credentials = received(request.credentials, ask);
    return archiveByProtocol({ ...request, credentials }, giveNotice, stop.signal, control);
  },
  record: file => {
    endRecord();
    endRecord = file === undefined ? () => undefined : recordTrace(file);
  },
  pause: () => void control.pause(),
  resume: () => void control.resume(),
  stop: () => void stop.abort(),
});
