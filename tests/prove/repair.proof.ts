import { layouts, withPrograms } from './large-account.ts';
import { repairMemory } from './repair-memory.ts';

/** A mailbox of 300,000 messages is mended with at most 250 MB. */
export async function prove(scale: number): Promise<void> {
  const messages = Math.round(300_000 * scale);
  await withPrograms(async programs => {
    for (const layout of layouts) {
      await repairMemory(programs, layout, messages, { adopting: 250, renumbering: 250 });
    }
  });
}
