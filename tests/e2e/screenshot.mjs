// node screenshot.mjs OUT PAGE...: photographs each page in three sizes, light and dark.
// `cargo xtask screenshot` calls it; by hand: BASE_URL=http://localhost:8080 node tests/e2e/screenshot.mjs out /
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { base, launch } from "./browser.mjs";

const [out, ...pages] = process.argv.slice(2);
const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
];
mkdirSync(out, { recursive: true });
const browser = await launch();
for (const path of pages) {
  const url = new URL(path, base);
  const name = url.pathname.replace(/\.html$/, "").replace(/^\/|\/$/g, "").replaceAll("/", "-") || "front";
  for (const [width, height] of sizes) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      page.on("console", (message) => message.type() === "error" && console.log(`${name}: ${message.text()}`));
      page.on("pageerror", (error) => console.log(`${name}: ${error}`));
      await page.goto(url.href, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      const file = join(out, `${name}-${width}x${height}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: process.env.FULL === "1" });
      console.log(file);
      await page.close();
    }
  }
}
await browser.close();
