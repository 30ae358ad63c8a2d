import type { Page } from '@playwright/test';
import type { DeliveredMessage } from '../servers/dovecot/maildir.ts';
import { SlowLine } from '../servers/slow-line.ts';
import { call } from './calls.ts';
import { expect, missing, test } from './fixture.ts';

test.skip(missing !== undefined, missing);
test.setTimeout(240_000);

/** Of the large message: as many as the line carries in seven seconds; `npm run prove -- progress` takes 16,000,000. */
const large = Number(process.env.MAILSTOW_LARGE ?? 2_800_000);
const bytesPerSecond = 400_000;

interface Sample {
  readonly at: number;
  readonly bar: number;
  readonly secondsLeft: number | undefined;
}

// A server that cannot tell the size of a folder (RFC 8438) has it counted message by message.
for (const [name, rewrite] of [
  ['a server that tells sizes', (chunk: Buffer) => chunk],
  ['a server that does not', withoutSizes],
] as const) {
  test(`a slow line and one large message from ${name}: the bar moves every second, the time left is true`, async ({
    window,
    dovecot,
    user,
    host,
  }) => {
    await dovecot.deliver(user, 'Large', letterOf(large));
    await dovecot.deliver(user, 'Small', ...Array.from({ length: 40 }, () => letterOf(7_000)));
    const proxy = await SlowLine.start(dovecot.ports.imap, { bytesPerSecond, rewrite });
    try {
      const { id } = await call(window, 'accounts.save', {
        profile: {
          email: 'slow@example.org',
          user: user.name,
          server: { host: '127.0.0.1', port: proxy.port, security: 'none' },
          leftOut: [],
          headersOnly: false,
          unseenOnly: false,
          folder: host.folder,
          rememberPassword: true,
        },
        password: user.password,
      });
      await window.reload();
      await window.getByRole('button', { name: 'Archive now' }).click();
      const samples = await samplesOf(window, id);
      const seconds = Math.floor((samples.at(-1)?.at ?? 0) / 1000);
      expect(seconds).toBeGreaterThan(large / bytesPerSecond / 2);
      const barAt = (time: number) => samples.findLast(({ at }) => at <= time)?.bar ?? 0;
      const stood = [];
      for (let second = 1; second < seconds; second += 1) {
        if (barAt(second * 1000) <= barAt((second - 1) * 1000)) stood.push(second);
      }
      expect(stood, 'seconds in which the bar stood').toEqual([]);
      const end = samples.at(-1)?.at ?? 0;
      const half = samples.find(({ at }) => at >= end / 2);
      const really = (end - (half?.at ?? 0)) / 1000;
      console.log(
        `${name}: ${end / 1000} s, at half-time ${half?.secondsLeft} s left, really ${really}`,
      );
      expect(Math.abs((half?.secondsLeft ?? 0) - really) / really).toBeLessThan(0.3);
      await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
    } finally {
      await proxy.stop();
    }
  });
}

const header = 'Subject: Plans\r\nDate: Sun, 02 Mar 2025 09:00:00 +0000\r\n\r\n';
const textLine = 'A line of a letter that is about as long as they come in mail.\r\n';

/** Of about so many bytes. */
function letterOf(bytes: number): DeliveredMessage {
  return { bytes: Buffer.from(header + textLine.repeat(bytes / textLine.length)) };
}

/** What the window shows from the first message on, until the run is over. */
async function samplesOf(window: Page, accountId: string): Promise<Sample[]> {
  const bar = window.getByRole('progressbar', { name: 'Progress of the whole run' }).first();
  const samples: Sample[] = [];
  let start: number | undefined;
  for (;;) {
    const run = (await call(window, 'runs.list', undefined)).find(
      each => each.accountId === accountId,
    );
    if (run?.finishedAt !== undefined) return samples;
    if (run?.fraction !== undefined && run.fraction > 0) {
      start ??= performance.now();
      const shown = await bar
        .locator('div')
        .first()
        .evaluate(each => Number.parseFloat(each.style.width));
      samples.push({ at: performance.now() - start, bar: shown, secondsLeft: run.secondsLeft });
    }
    await window.waitForTimeout(100);
  }
}

/** The capability is gone, and nothing else: the words keep their length. */
function withoutSizes(chunk: Buffer): Buffer {
  if (!chunk.includes('STATUS=SIZE')) return chunk;
  return Buffer.from(chunk.toString('latin1').replaceAll('STATUS=SIZE', 'STATUS=NONE'), 'latin1');
}
