import { serveRequests } from '../../../electron/engine/thread/serve-requests.ts';

/** Ways in which a thread ends that nobody ended. */
export type Deaths = Record<
  'exits' | 'throws' | 'outgrows' | 'fails',
  { input: undefined; output: undefined }
>;

serveRequests<Deaths>({
  exits: () => process.exit(3),
  throws: () =>
    new Promise(() => {
      setImmediate(() => {
        throw new RangeError('out of the blue');
      });
    }),
  outgrows: () => {
    const all: unknown[] = [];
    for (;;) all.push(Array.from({ length: 1_000 }, () => ({})));
  },
  fails: () => {
    throw new TypeError('a defect of the thread');
  },
});
