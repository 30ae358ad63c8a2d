import { type Cost, checkCost } from '../fixtures/mail/cost.ts';
import { drawnCostly, everyCostly } from '../fixtures/mail/costly.ts';
import { Random } from '../fixtures/mail/random.ts';

const megabyte = 1_000_000;
/** Drawn besides what is tried always. */
const drawn = 2_000;

/** Reading any message of a megabyte takes less than a second, and twice the message at most 2.5 times as long. */
export async function prove(scale: number): Promise<void> {
  const faults: string[] = [];
  let dearest: [string, Cost] | undefined;
  let count = 0;
  const all = [...everyCostly()];
  const more = drawnCostly(new Random(Date.now() % 1_000_000));
  for (const each of Array.from({ length: drawn * scale })) {
    void each;
    const { value } = more.next();
    if (value !== undefined) all.push(value);
  }
  const step = Math.max(1, Math.round(1 / scale));
  const first = Date.now() % step;
  for (const [index, each] of all.entries()) {
    if (index % step !== first) continue;
    count += 1;
    try {
      const cost = await checkCost(each, megabyte);
      if (dearest === undefined || cost.time > dearest[1].time) dearest = [each.name, cost];
    } catch (error) {
      faults.push(String(error));
      console.log(String(error).slice(0, 300));
    }
  }
  console.log(
    `${count} messages of 1 MB; the dearest, ${dearest?.[0].slice(0, 100)}: ${Math.round(dearest?.[1].time ?? 0)} ms`,
  );
  if (faults.length > 0)
    throw new Error(`${faults.length} of ${count} cost more than their length`);
}
