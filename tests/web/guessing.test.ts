import { request } from 'node:http';
import { expect, test } from 'vitest';
import { servedApp } from './served-app.ts';

const password = 'a long enough one';

/** Milliseconds in which the owner has to be in, where checking a password takes half a second as it should. */
const patience = 2_000;
/** On a busy machine, so many times what it takes alone: guesses share the processors with it. */
const slowest = 3;
/** What three clients may try in the seconds that this takes: three slips each and a few more. */
const mostHeard = 3 * 8;

/** One attempt from an address of this machine. @returns the status, and what was set */
function signIn(port: number, from: string, given: string) {
  return new Promise<{ status: number; cookie: string | undefined }>((resolve, reject) => {
    const body = new URLSearchParams({ password: given }).toString();
    const headers = {
      Origin: `http://127.0.0.1:${port}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const where = { host: '127.0.0.1', port, localAddress: from, path: '/sign-in', agent: false };
    const attempt = request({ ...where, method: 'POST', headers }, response => {
      response.resume().once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          cookie: response.headers['set-cookie']?.[0],
        }),
      );
    });
    attempt.once('error', reject).end(body);
  });
}

// Other systems have one address of their own alone.
test.skipIf(process.platform !== 'linux')(
  'three clients guess without a pause: the owner is in within two seconds, and few guesses are heard',
  { timeout: 60_000 },
  async () => {
    const { port } = await servedApp({ bind: '0.0.0.0' }, password);
    const start = performance.now();
    expect((await signIn(port, '127.0.0.1', password)).status).toBe(303);
    const alone = performance.now() - start;
    let isOver = false;
    let heard = 0;
    let refused = 0;
    const { promise: underWay, resolve: begun } = Promise.withResolvers<void>();
    const guess = async (from: string) => {
      for (let round = 0; !isOver; round += 1) {
        const { status } = await signIn(port, from, `guess ${round}`);
        if (status === 401) heard += 1;
        else if (status === 429) refused += 1;
        else throw new Error(`a guess was answered with ${status}`);
        if (refused >= 20) begun();
      }
    };
    const guessers = ['127.0.0.2', '127.0.0.3', '127.0.0.4'].map(guess);
    const times: number[] = [];
    const enter = async () => {
      const start = performance.now();
      const { status, cookie } = await signIn(port, '127.0.0.1', password);
      times.push(performance.now() - start);
      expect(status).toBe(303);
      expect(cookie).toMatch(/^mailstow-/);
    };
    try {
      // While the first guesses are heard, and once they are held back.
      await enter();
      await Promise.race([underWay, Promise.all(guessers)]);
      await enter();
      await enter();
    } finally {
      isOver = true;
      await Promise.all(guessers);
    }
    console.log(
      `owner alone in after ${alone.toFixed(0)} ms, beside guesses after ${times.map(time => `${time.toFixed(0)} ms`).join(', ')}; ${heard} guesses heard, ${refused} not`,
    );
    const [, median = Number.NaN] = times.toSorted((a, b) => a - b);
    expect(median).toBeLessThanOrEqual(Math.max(patience, slowest * alone));
    expect(heard).toBeLessThanOrEqual(mostHeard);
    expect(refused).toBeGreaterThan(heard);
  },
);
