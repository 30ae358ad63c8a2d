import assert from 'node:assert/strict';
import { measure } from '../bench/measure/measure.ts';
import { median } from '../bench/report/results.ts';
import { LargeAccount, layouts, withPrograms } from './large-account.ts';

const rounds = 3;

/** Runs both in turn, so that both meet the same machine, and prints the medians. */
export async function ratioOfVerify(messages: number, most: number): Promise<void> {
  await withPrograms(async programs => {
    for (const layout of layouts) {
      const account = LargeAccount.make(programs, layout);
      try {
        await account.archive({ messages, textBytes: 2_000 });
        const sum = 'find "$0" -type f -not -path "*/.mailstow/*" -print0 | xargs -0 sha256sum >&2';
        const ours: number[] = [];
        const theirs: number[] = [];
        for (let round = 0; round < rounds; round++) {
          theirs.push((await measure(['sh', '-c', sum, account.out], never)).seconds);
          const { seconds, stdout } = await account.verify();
          assert.match(
            stdout,
            new RegExp(`^INBOX: ${messages.toLocaleString('en')} as saved`, 'm'),
          );
          ours.push(seconds);
        }
        const ratio = median(ours) / median(theirs);
        console.log(
          `${layout}: verify ${median(ours).toFixed(2)} s, sha256sum ${median(theirs).toFixed(2)} s for ${messages} files: ${ratio.toFixed(2)}×, at most ${most}×`,
        );
        assert.ok(ratio <= most);
      } finally {
        account.remove();
      }
    }
  });
}

const never = new AbortController().signal;
