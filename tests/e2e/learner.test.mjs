// Whoever comes with a keyboard alone, with a small screen, with odd input, with a damaged store, or wants no motion.
import assert from "node:assert/strict";
import { test } from "node:test";
import { course, run, visit } from "./workbook.mjs";

const kitchen = course.lessons.slice(0, 4);

/// Commits to the first answer of every prediction, and goes to the end of every run.
async function throughTheLesson(workbook) {
  const { page } = workbook;
  for (const block of await page.locator('[data-block="predict"]').all()) {
    await block.getByRole("radio").first().check();
    await block.getByRole("button", { name: "Commit", exact: true }).click();
  }
  for (const position of await page.getByRole("slider", { name: "Position", exact: true }).all()) {
    await position.press("End");
  }
  await page.waitForTimeout(300);
}

for (const lesson of kitchen) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${lesson} is clean after its runs, ${colorScheme}`, async (context) => {
      const workbook = await visit(context, `/${lesson}.html`, { colorScheme });
      await workbook.isLive();
      await throughTheLesson(workbook);
      await workbook.isClean();
    });
  }

  test(`${lesson} fits a phone, its stage first and in view`, async (context) => {
    const workbook = await visit(context, `/${lesson}.html`, { viewport: { width: 390, height: 844 } });
    await workbook.isLive();
    await throughTheLesson(workbook);
    const width = await workbook.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `${width} px wide`);
    const question = workbook.page.locator(".predict").first();
    await question.scrollIntoViewIfNeeded();
    const scene = await workbook.page.locator("canvas.scene").first().boundingBox();
    assert.ok(scene.y >= 0 && scene.y + scene.height < 844, `the scene is in view: ${JSON.stringify(scene)}`);
  });
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
]) {
  test(`at ${width} by ${height} scene, counts, sentence, controls and the current line are in view together`, async (context) => {
    const workbook = await visit(context, "/batches.html", { viewport: { width, height } });
    await workbook.isLive();
    await workbook.predict("batches-how-long", "about 4 s");
    const stage = workbook.stage("batches");
    await stage.position().fill("3010");
    await workbook.page.evaluate(() => scrollTo(0, 0));
    for (const part of ["canvas.scene", ".counts", ".sentence", ".controls", ".line.current"]) {
      const box = await stage.block.locator(part).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= height, `${part}: ${JSON.stringify(box)}`);
    }
  });
}

test("a lesson can be worked through with the keyboard alone", async (context) => {
  const workbook = await visit(context, "/waitgroup.html");
  await workbook.isLive();
  const { page } = workbook;
  const stage = workbook.stage("waits");
  await stage.eventually(async () => assert.ok(await stage.stateHash()));
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element.labels?.[0]?.textContent;
      return (element.getAttribute("aria-label") ?? label ?? element.textContent ?? "").trim();
    });
  const tabTo = async (name) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      if (name.test(await focused())) return;
    }
    assert.fail(`Tab never leads to ${name}`);
  };
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Skip to the lesson");
  await page.keyboard.press("Enter");
  await tabTo(/at once, as before/);
  await page.keyboard.press("ArrowDown");
  await tabTo(/^Commit$/);
  await page.keyboard.press("Enter");
  await tabTo(/^Step back$/);
  await tabTo(/^Play$/);
  await page.keyboard.press("Enter");
  await stage.button("Pause").waitFor();
  await page.keyboard.press("Space");
  await stage.button("Play").waitFor();
  await tabTo(/^Step forward$/);
  await page.keyboard.press("Enter");
  await tabTo(/^Position$/);
  await page.keyboard.press("End");
  await stage.endsWith(run("waitgroup.go", { tasks: 50, spawn_ns: 2500 }).orders);
  assert.match(await page.locator("#waits-how-long li.right").textContent(), /about 20\sms.*the run says/);
  await stage.position().focus();
  await tabTo(/^Go program$/);
  await page.keyboard.press("Control+Enter");
  await stage.button("Pause").waitFor();
  await tabTo(/^Orders$/);
  await page.keyboard.press("Home");
  await stage.endsWith(run("waitgroup.go", { tasks: 0, spawn_ns: 2500 }).orders);
});

test("a value out of range is refused where it was typed, and nothing else changes", async (context) => {
  const workbook = await visit(context, "/batches.html");
  await workbook.isLive();
  await workbook.predict("batches-how-long", "about 4 s");
  const stage = workbook.stage("batches");
  await stage.endsWith(run("batch_pool.go", { tasks: 1000, workers: 5 }).orders);
  const exact = stage.block.getByRole("textbox", { name: "Chefs at once, exactly" });
  for (const wrong of ["0", "-3", "many", "1e99"]) {
    await exact.fill(wrong);
    await exact.press("Enter");
    const message = stage.block.locator(".slider .trouble:not(:empty)");
    await stage.eventually(async () => assert.match(await message.textContent(), /workers/));
    assert.equal(await stage.parameter("workers").inputValue(), "5");
  }
  await exact.fill("50");
  await exact.press("Enter");
  await stage.eventually(async () => assert.match(await stage.clock().textContent(), /\/ 400 ms/));
  assert.equal(await stage.block.locator(".slider .trouble:not(:empty)").count(), 0);
});

test("a damaged store is said, worked around and left alone", async (context) => {
  const workbook = await visit(context, "/batches.html");
  await workbook.isLive();
  const damage = () =>
    workbook.page.evaluate(() => localStorage.setItem(`brigade:${location.pathname}`, '{"version":1,"blo'));
  await damage();
  // On the way out the page may save once more; damage is done again before it comes back.
  await workbook.page.addInitScript(() => localStorage.setItem(`brigade:${location.pathname}`, '{"version":1,"blo'));
  await workbook.page.reload();
  await workbook.isLive();
  const stage = workbook.stage("batches");
  await stage.eventually(async () =>
    assert.match(await stage.block.locator(".stage > .trouble").textContent(), /can't be read/),
  );
  await workbook.predict("batches-how-long", "about 4 s");
  await stage.endsWith(run("batch_pool.go", { tasks: 1000, workers: 5 }).orders);
  await workbook.page.waitForTimeout(600);
  const kept = await workbook.page.evaluate(() => localStorage.getItem(`brigade:${location.pathname}`));
  assert.equal(kept, '{"version":1,"blo');
});

test("who wants little motion sees states, not motion", async (context) => {
  const workbook = await visit(context, "/batches.html", { reducedMotion: "reduce" });
  await workbook.isLive();
  await workbook.predict("batches-how-long", "about 4 s");
  const stage = workbook.stage("batches");
  await stage.block.getByRole("checkbox", { name: "Pause at key moments" }).uncheck();
  await stage.position().press("Home");
  await workbook.page.evaluate(() => {
    globalThis.changes = 0;
    const root = document.querySelector("#batches .stage");
    new MutationObserver(() => (globalThis.changes += 1)).observe(root, {
      attributes: true,
      attributeFilter: ["data-state-hash"],
    });
    globalThis.began = performance.now();
  });
  await stage.button("Play").click();
  await workbook.page.waitForTimeout(2500);
  const { changes, passed } = await workbook.page.evaluate(() => ({
    changes: globalThis.changes,
    passed: performance.now() - globalThis.began,
  }));
  assert.ok(changes > 0 && changes <= passed / 500 + 2, `${changes} pictures in ${passed} ms`);
});

test("the theme is chosen and kept", async (context) => {
  const workbook = await visit(context, "/naive.html");
  await workbook.isLive();
  const paper = () => workbook.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const day = await paper();
  await workbook.page.getByRole("button", { name: "Night service" }).click();
  const night = await paper();
  assert.notEqual(night, day);
  await workbook.page.reload();
  assert.equal(await paper(), night);
});
