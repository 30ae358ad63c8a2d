import { request } from 'node:http';
import { onTestFinished } from 'vitest';

export interface HeardEvent {
  readonly name: string;
  readonly value: unknown;
}

/** What an EventSource of a browser would hear; connected on return. */
export async function eventSource(port: number, headers: Readonly<Record<string, string>>) {
  const heard: HeardEvent[] = [];
  let look: () => void = () => undefined;
  const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
  const { promise: connected, resolve: connect, reject } = Promise.withResolvers<number>();
  const asking = request({ host: '127.0.0.1', port, path: '/events', headers, agent: false });
  asking.on('error', error => {
    reject(error);
    over();
  });
  asking.on('response', response => {
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (name !== undefined) heard.push({ name, value: JSON.parse(data ?? '') });
      }
      look();
    });
    response.on('close', over);
    connect(response.statusCode ?? 0);
  });
  asking.end();
  onTestFinished(() => void asking.destroy());
  const status = await connected;
  return {
    status,
    heard,
    /** Resolves when the server has ended the stream. */
    isOver,
    /** The first event, heard already or to come, that fits; rejects with what `fits` throws. */
    until(fits: (event: HeardEvent) => boolean): Promise<HeardEvent> {
      return new Promise((resolve, refuse) => {
        look = () => {
          try {
            const found = heard.find(fits);
            if (found !== undefined) resolve(found);
          } catch (error) {
            refuse(error);
          }
        };
        look();
      });
    },
  };
}
