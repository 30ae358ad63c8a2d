import assert from 'node:assert/strict';
import { readHostile } from '../engine/search/attachments/read-hostile.ts';

/** 200 hostile attachments: each ends with an answer, in bounded time and memory, while whoever asks answers too. */
export async function prove(scale: number): Promise<void> {
  const count = Math.ceil(200 * scale);
  const patience = 20_000;
  const readings = await readHostile({
    ...{ count, seed: 2026, size: 1, patience },
    onReading({ trick, outcome, milliseconds, delay, memory }) {
      const figures = [
        `${Math.round(milliseconds)} ms`,
        `${Math.round(memory / 1e6)} MB`,
        `delay ${Math.round(delay)} ms`,
      ];
      console.log(`${figures.join(', ')}: ${trick}: ${outcome}`);
    },
  });
  const most = (of: 'milliseconds' | 'delay' | 'memory') =>
    Math.max(...readings.map(each => each[of]));
  const counts = Object.entries(Object.groupBy(readings, ({ outcome }) => outcome));
  console.log(counts.map(([outcome, some]) => `${outcome} ${some?.length}`).join(', '));
  console.log(
    `${count} files: at most ${Math.round(most('milliseconds'))} ms, ${Math.round(most('memory') / 1e6)} MB, a delay of ${Math.round(most('delay'))} ms`,
  );
  assert.equal(readings.length, count);
  // An answer comes late by what starting anew takes.
  assert.ok(most('milliseconds') < patience + 30_000);
  assert.ok(most('delay') < 150);
  assert.ok(most('memory') < 700_000_000);
}
