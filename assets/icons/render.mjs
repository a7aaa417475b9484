/** Draws every picture of this folder in the sizes Office asks for: `node assets/icons/render.mjs`. The results are kept in git. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packedChromium from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/** Microsoft's guide asks for all of these; the manifest can name those up to 80. */
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96];
const FOLDER = dirname(fileURLToPath(import.meta.url));

const browser = await chromium.launch({ executablePath: await packedChromium.executablePath(), args: packedChromium.args });
const page = await browser.newPage();
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.svg'))) {
  const picture = readFileSync(join(FOLDER, file), 'utf8').replace(/ width="\d+" height="\d+"/, '');
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${picture}`);
    writeFileSync(join(FOLDER, file.replace('.svg', `-${size}.png`)), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
