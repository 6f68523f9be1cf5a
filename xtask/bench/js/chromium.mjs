// node chromium.mjs ROW ORDERS HOW: the same in headless Chromium, in a page of its own. BASE_URL is where this folder and
// the wasm are served, CHROMIUM the browser.
import { base, launch } from "../../../tests/e2e/browser.mjs";

const [row, orders, how] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage();
await page.goto(new URL("/page.html", base).href);
const figures = await page.evaluate(
  async ([row, orders, how]) => {
    const { measure } = await import("/measure.mjs");
    const bytes = await (await fetch("/bench.wasm")).arrayBuffer();
    return measure(bytes, row, orders, how, 1e-4);
  },
  [Number(row), Number(orders), how ?? ""],
);
console.log(JSON.stringify(figures));
await browser.close();
