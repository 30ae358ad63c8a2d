import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import config from './rooms.ts';

/**
 * `npm run draw`: draws which room imports which into electron/README.md, from the sources themselves. With `--check`
 * it only says whether the drawing there is the present one.
 */
const page = join(import.meta.dirname, '../electron/README.md');
const place = /(<!-- rooms: drawn by npm run draw -->\n)[\s\S]*?(<!-- rooms end -->)/;

const text = readFileSync(page, 'utf8');
const drawing = `\`\`\`mermaid\nflowchart TD\n${drawn(withoutDetours(await roomsThatImport()))}\`\`\`\n`;
const now = text.replace(place, (_all, begin, end) => `${begin}${drawing}${end}`);
if (argv.includes('--check')) {
  if (now === text) exit(0);
  console.error('The rooms are drawn otherwise in electron/README.md: npm run draw');
  exit(1);
}
writeFileSync(page, now);

type Arrows = Map<string, Set<string>>;

async function roomsThatImport(): Promise<Arrows> {
  const { options = {} }: IConfiguration = config;
  const { output } = await cruise(['electron', 'renderer', 'shared'], options);
  const arrows: Arrows = new Map();
  for (const { source, dependencies } of (output as ICruiseResult).modules) {
    const from = roomOf(source);
    if (from === undefined) continue;
    const to = arrows.get(from) ?? new Set();
    arrows.set(from, to);
    for (const { resolved } of dependencies) {
      const room = roomOf(resolved);
      if (room !== undefined && room !== from) to.add(room);
    }
  }
  return arrows;
}

/** Files of the engine itself and what every side speaks of are left out: nearly everything imports them. */
function roomOf(path: string): string | undefined {
  const room =
    /^(electron\/engine|electron|renderer)\/[^/.]+(?=\/)/.exec(path)?.[0] ??
    /^(electron\/(main|preload)\.ts|renderer\/(app|main|bridge)\.tsx?|shared\/contract\.ts)$/.exec(
      path,
    )?.[0];
  return room === 'electron/engine' ? undefined : room;
}

/** Without arrows to where a longer way leads too: the longest ways tell the order. */
function withoutDetours(arrows: Arrows): Arrows {
  const reached = new Map<string, Set<string>>();
  const reach = (room: string): Set<string> => {
    const known = reached.get(room);
    if (known !== undefined) return known;
    const all = new Set<string>();
    reached.set(room, all);
    for (const next of arrows.get(room) ?? []) {
      all.add(next);
      for (const each of reach(next)) all.add(each);
    }
    return all;
  };
  const direct = (room: string, to: string) =>
    ![...(arrows.get(room) ?? [])].some(other => other !== to && reach(other).has(to));
  return new Map(
    [...arrows].map(([room, to]) => [room, new Set([...to].filter(each => direct(room, each)))]),
  );
}

function drawn(arrows: Arrows): string {
  const rooms = [...new Set([...arrows].flatMap(([room, to]) => [room, ...to]))].sort();
  const number = new Map(rooms.map((room, index) => [room, `r${index}`]));
  const names = rooms.map(room => `  ${number.get(room)}["${room}"]\n`);
  const lines = rooms.flatMap(room =>
    [...(arrows.get(room) ?? [])].sort().map(to => `  ${number.get(room)} --> ${number.get(to)}\n`),
  );
  return [...names, ...lines].join('');
}
