// The library in a browser: its words, its player, and its counts, which are those of `brigade run`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { base } from "./browser.mjs";
import { run, visit } from "./workbook.mjs";

/// What the lesson gives a stage: `{program, settings}` of each tab, by the tab's id.
async function tabsOf(page, path, id) {
  const html = await (await page.request.get(new URL(path, base).href)).text();
  const data = html.split(`id="${id}"`)[1].split('<script type="application/json">')[1].split("</script>")[0];
  const { tabs, seed, schedule } = JSON.parse(data);
  return { seed, schedule, tabs: Object.fromEntries(tabs.map((tab) => [tab.id, tab])) };
}

async function open(context, options) {
  const workbook = await visit(context, "/results.html", options);
  const stage = workbook.stage("short");
  await stage.block.getByRole("button", { name: "Play", exact: true, disabled: false }).waitFor();
  return { workbook, stage };
}

test("every tab ends with the counts of the command", async (context) => {
  const { workbook, stage } = await open(context);
  const { tabs } = await tabsOf(workbook.page, "/results.html", "short");
  for (const tab of Object.values(tabs)) {
    await stage.block.getByRole("tab", { name: tab.label, exact: true }).click();
    const { orders } = run(tab.file, tab.settings);
    await stage.endsWith(orders);
  }
});

test("the counts are said in the library's words, with the field's beside", async (context) => {
  const { stage } = await open(context);
  const said = await stage.block.locator(".count dt").allInnerTexts();
  assert.deepEqual(
    said.map((text) => text.replace(/\s+/g, " ").trim()),
    ["waiting not begun", "on the way in flight", "back done", "failed error", "cut off lost"],
  );
});

test("a slider changes the run", async (context) => {
  const { workbook, stage } = await open(context);
  const { tabs } = await tabsOf(workbook.page, "/results.html", "short");
  await stage.parameter("sources").fill("20");
  const { orders } = run(tabs.short.file, { ...tabs.short.settings, sources: 20 });
  assert.equal(orders.total, 20);
  await stage.endsWith(orders);
});

test("plays, pauses, steps there and back, all by keyboard", async (context) => {
  const { workbook, stage } = await open(context);
  await stage.button("Play").focus();
  const begun = await stage.stateHash();
  await workbook.page.keyboard.press("Enter");
  await stage.eventually(async () => assert.notEqual(await stage.stateHash(), begun));
  await workbook.page.keyboard.press("Enter");
  await stage.block.getByRole("button", { name: "Play", exact: true }).waitFor();
  await stage.position().fill("4000");
  const here = await stage.stateHash();
  for (let step = 0; step < 7; step += 1) await stage.button("Step forward").press("Enter");
  assert.notEqual(await stage.stateHash(), here);
  for (let step = 0; step < 7; step += 1) await stage.button("Step back").press("Enter");
  assert.equal(await stage.stateHash(), here);
});

test("a jump and back is the same picture to the pixel", async (context) => {
  const { stage } = await open(context);
  const at = async (position) => {
    await stage.position().fill(String(position));
    await stage.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return stage.block.locator("canvas.scene").evaluate((canvas) => canvas.toDataURL());
  };
  const first = await at(6000);
  for (const position of [0, 9000, 17, 5100]) await at(position);
  assert.equal(await at(6000), first);
});

test("the sentence is the picture's text", async (context) => {
  const { stage } = await open(context);
  await stage.toEnd();
  await stage.eventually(async () => {
    const label = await stage.block.locator("canvas.scene").getAttribute("aria-label");
    assert.match(label, /^All 100 books are back after/);
  });
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`nothing is amiss half-way, ${viewport.width} px, ${colorScheme}`, async (context) => {
      const { workbook, stage } = await open(context, { viewport, colorScheme });
      await stage.position().fill("5000");
      await workbook.isClean();
      const wide = await workbook.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= viewport.width, `${wide} px`);
    });
  }
}
