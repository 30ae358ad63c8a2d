import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from '../bench/measure/measure.ts';
import { LargeAccount, type LayoutName } from './large-account.ts';

const megabyte = 1_000_000;

/** Peak memory, megabytes. */
export interface RepairLimits {
  /** The run after `.mailstow` was deleted. */
  readonly adopting: number;
  /** The run after the server renumbered the mailbox. */
  readonly renumbering: number;
}

/**
 * Measures the runs that mend a large mailbox; none of them may fetch a message.
 * @param programs where `bundleImapcl` has put them
 */
export async function repairMemory(
  programs: string,
  layout: LayoutName,
  messages: number,
  { adopting, renumbering }: RepairLimits,
): Promise<void> {
  const account = LargeAccount.make(programs, layout);
  const check = (what: string, limit: number, { stdout, seconds, peakMemory = 0 }: Measured) => {
    const peak = peakMemory / megabyte;
    console.log(
      `${layout}, ${messages} messages, ${what}: ${Math.round(peak)} MB of at most ${limit} MB, ${seconds.toFixed(1)} s`,
    );
    assert.match(stdout, /^Stored 0 Messages$/m);
    assert.ok(peak > 0 && peak <= limit);
  };
  try {
    await account.archive({ messages });
    rmSync(join(account.out, '.mailstow'), { recursive: true });
    check('.mailstow deleted', adopting, await account.archive({ messages }));
    const anew = { messages, uidValidity: 2, shift: 7 };
    check('renumbered', renumbering, await account.archive(anew));
    check('and nothing new', renumbering, await account.archive(anew));
  } finally {
    account.remove();
  }
}
