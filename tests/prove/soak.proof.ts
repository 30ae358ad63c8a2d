import { soak } from '../engine/run/soak.ts';

/** 500 runs over accounts that change between runs and during them: no false alarm, everything stored. */
export async function prove(scale: number): Promise<void> {
  const runs = Math.max(1, Math.round(125 * scale));
  const accounts = (['scripted', 'dovecot'] as const).flatMap(server =>
    (['flat', 'folders'] as const).map(async layout => {
      const { arrived, expunged, renamed, stored } = await soak(server, layout, runs, 11);
      console.log(
        `${server}, ${layout}: ${runs} runs, no alarm; ${arrived} messages came, ${expunged} went, ${renamed} renamings, ${stored} stored`,
      );
    }),
  );
  await Promise.all(accounts);
}
