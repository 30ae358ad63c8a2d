import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { type Picture, toIcns, toIco } from './containers.ts';

/** Draws icon.svg in every size that a platform wants: `npm run icons`, after icon.svg has changed. */
const here = import.meta.dirname;
const svg = readFileSync(join(here, 'icon.svg'), 'utf8');

/** Apple's icons leave a margin of a tenth around their body. */
const appleScale = 0.86;

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  const draw = async (size: number, scale: number): Promise<Picture> => {
    await page.setViewportSize({ width: size, height: size });
    const side = size * scale;
    await page.setContent(
      `<style>body { margin: 0; display: grid; place-items: center; height: 100vh } svg { width: ${side}px }</style>${svg}`,
    );
    return { size, png: await page.screenshot({ omitBackground: true }) };
  };
  const all = async (sizes: readonly number[], scale: number) => {
    const pictures: Picture[] = [];
    for (const size of sizes) pictures.push(await draw(size, scale));
    return pictures;
  };
  writeFileSync(join(here, 'icon.png'), (await draw(512, 1)).png);
  writeFileSync(join(here, 'icon.ico'), toIco(await all([16, 24, 32, 48, 64, 128, 256], 1)));
  const apple = await all([32, 64, 128, 256, 512, 1024], appleScale);
  writeFileSync(join(here, 'icon.icns'), toIcns(apple));
} finally {
  await browser.close();
}
