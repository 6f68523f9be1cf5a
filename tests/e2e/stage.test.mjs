// The stage, as a learner works it: what it shows is what `brigade run` says, and the learner owns clock and code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run, visit } from "./workbook.mjs";

const grouped = (number) => number.toLocaleString("en-US");

/// A lesson, alive, and a stage of it whose prediction is made.
async function open(context, lesson, sim, prediction, answer, options) {
  const workbook = await visit(context, `/${lesson}.html`, options);
  await workbook.isLive();
  await workbook.predict(prediction, answer);
  const stage = workbook.stage(sim);
  await stage.button("Play").waitFor();
  return { workbook, stage, page: workbook.page };
}

test("fewer stoves, other figures: those of the command with the same settings", async (context) => {
  const { stage, page } = await open(context, "waitgroup", "refused", "refused-failed", "none");
  const settings = { tasks: 1000, connect_ms: 5, spawn_ns: 2500 };
  const shows = async (expected) => {
    await stage.endsWith(expected.orders);
    assert.equal(await stage.mostOf("in-flight"), expected.max_in_flight);
    const most = expected.stoves.max_in_use;
    await stage.position().fill("7000");
    assert.equal(await stage.block.locator('[data-gauge="stoves"]').textContent(), `${most} / ${most}`);
    await stage.toEnd();
    const sentence = await stage.sentence().textContent();
    assert.ok(sentence.includes(`${grouped(expected.orders.served)} served`), sentence);
    assert.ok(sentence.includes(`${grouped(expected.orders.failed)} failed`), sentence);
  };
  await shows(run("waitgroup.go", settings));
  // Dragged by its knob to the left end, and set to the letter with the arrow keys.
  const slider = stage.parameter("stoves");
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 1, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  assert.equal(await slider.inputValue(), "0");
  for (let press = 0; press < 5; press += 1) await slider.press("ArrowRight");
  await shows(run("waitgroup.go", { ...settings, stoves: 5 }));
});

test("an edited line changes the run", async (context) => {
  const { stage } = await open(context, "batches", "batches", "batches-how-long", "about 4 s");
  await stage.endsWith(run("batch_pool.go", { tasks: 1000, workers: 5 }).orders);
  await stage.block.getByRole("checkbox", { name: "Pause at key moments" }).uncheck();
  await stage.edit((text) => text.replace("batchSize := kitchen.Workers()", "batchSize := 10"));
  await stage.button("Run").click();
  await stage.eventually(async () => assert.match(await stage.clock().textContent(), /\/ 2\.000 s/));
  await stage.button("Pause").waitFor();
  await stage.endsWith(run("batch_pool.go", { tasks: 1000, workers: 10 }).orders);
  await stage.button("Reset").click();
  await stage.eventually(async () => assert.match(await stage.clock().textContent(), /\/ 4\.000 s/));
});

test("an error stands at its line, and the rest of the page lives", async (context) => {
  const { workbook, stage, page } = await open(context, "batches", "batches", "batches-how-long", "about 4 s");
  await stage.edit((text) => text.replace("wg.Wait()", "wg.Weit()"));
  await stage.button("Run").click();
  const message = stage.block.locator(".code .trouble");
  await stage.eventually(async () => assert.match(await message.textContent(), /batch_pool\.go:\d+:\d+: .*Weit/));
  const line = await stage.block.locator(".line.wrong").textContent();
  assert.match(line, /wg\.Weit\(\)/);
  await stage.endsWith(run("batch_pool.go", { tasks: 1000, workers: 5 }).orders);
  const other = workbook.stage("ten-thousand");
  await other.endsWith(run("batch_pool.go", { tasks: 10000, workers: 5, stove_policy: "wait" }).orders);
  await page.reload();
  await stage.eventually(async () => assert.match(await stage.code().inputValue(), /wg\.Weit/));
  await stage.button("Reset").click();
  await stage.endsWith(run("batch_pool.go", { tasks: 1000, workers: 5 }).orders);
});

test("an endless loop can be cancelled, and nothing is lost", async (context) => {
  const { workbook, stage } = await open(context, "batches", "batches", "batches-how-long", "about 4 s");
  await stage.toEnd();
  const before = await stage.stateHash();
  const text = await stage.edit((text) => text.replace("wg.Wait()", "for { wg.Add(0) }"));
  await stage.button("Run").click();
  await stage.button("Cancel").click();
  await stage.eventually(async () =>
    assert.match(await stage.block.locator(".code .trouble").textContent(), /Cancelled after [\d,]+ steps/),
  );
  assert.equal(await stage.code().inputValue(), text);
  assert.equal(await stage.stateHash(), before);
  await stage.button("Reset").click();
  await stage.endsWith(run("batch_pool.go", { tasks: 1000, workers: 5 }).orders);
  await workbook.isClean();
});

test("a program that never stops recording is stopped", async (context) => {
  const { stage } = await open(context, "batches", "batches", "batches-how-long", "about 4 s");
  await stage.edit((text) => text.replace("wg.Wait()", "for { wg.Add(1); wg.Done() }"));
  await stage.button("Run").click();
  await stage.eventually(async () =>
    assert.match(await stage.block.locator(".code .trouble").textContent(), /Stopped after [\d,]+ steps/), 600,
  );
  await stage.eventually(async () => {
    await stage.toEnd();
    assert.match(await stage.sentence().textContent(), /stopped/);
  }, 600);
});

test("the prediction is marked by the run, and marked anew when the preset changes", async (context) => {
  const workbook = await visit(context, "/naive.html");
  await workbook.isLive();
  const stage = workbook.stage("lights-out");
  await stage.eventually(async () => assert.ok(await stage.stateHash()));
  assert.ok(await stage.button("Play").isDisabled(), "play waits for the prediction");
  const block = await workbook.predict("lights-out-served", "1,000, after 20 ms");
  const right = block.locator("li.right");
  assert.equal(await right.count(), 0, "nothing is given away");
  await stage.block.getByRole("checkbox", { name: "Pause at key moments" }).uncheck();
  await stage.block.getByRole("combobox", { name: "Speed" }).selectOption("4");
  await stage.button("Play").click();
  await right.waitFor();
  assert.match(await right.textContent(), /^none.*the run says 0/);
  assert.match(await block.locator("li.missed").textContent(), /1,000.*your answer/);
  assert.equal(await block.locator(".explanation:visible").count(), 3);
  await stage.parameter("service_ms").fill("0");
  await stage.eventually(async () => assert.match(await right.textContent(), /^(1,000|some).*the run says/));
});

test("steps lead forward and back to the same state, by event and by line", async (context) => {
  const { stage } = await open(context, "waitgroup", "waits", "waits-how-long", "after about 20 ms");
  const by = stage.block.getByRole("combobox", { name: "Step by" });
  for (const unit of ["event", "line"]) {
    await by.selectOption(unit);
    await stage.position().press("Home");
    const seen = [await stage.stateHash()];
    for (let step = 0; step < 12; step += 1) {
      await stage.button("Step forward").click();
      seen.push(await stage.stateHash());
    }
    assert.equal(new Set(seen).size, 13, `each step by ${unit} shows another state`);
    for (const was of seen.reverse().slice(1)) {
      await stage.button("Step back").click();
      assert.equal(await stage.stateHash(), was);
    }
  }
});

test("it pauses at the first refusal, says why, and can be told not to", async (context) => {
  const { stage } = await open(context, "waitgroup", "refused", "refused-failed", "none");
  const note = stage.block.locator(".scene-note");
  await stage.button("Play").click();
  await stage.eventually(async () => assert.match(await note.textContent(), /first refusal/));
  await stage.button("Play").waitFor();
  assert.match(await stage.sentence().textContent(), /No stove for chef/);
  await stage.block.getByRole("checkbox", { name: "Pause at key moments" }).uncheck();
  await stage.block.getByRole("combobox", { name: "Speed" }).selectOption("4");
  await stage.button("Play").click();
  await stage.eventually(async () => assert.match(await stage.sentence().textContent(), /main returns/));
});

for (const [lesson, sim, prediction, answer] of [
  ["week-one", "ten-orders", "ten-orders-how-long", "200 ms"],
  ["week-one", "thousand-orders", "thousand-orders-how-long", "20 s"],
  ["naive", "lights-out", "lights-out-served", "none"],
  ["naive", "server", "server-ends", "killed"],
  ["waitgroup", "waits", "waits-how-long", "after about 20 ms"],
  ["batches", "batches", "batches-how-long", "about 4 s"],
]) {
  test(`${sim} takes some ten seconds to watch`, async (context) => {
    const { stage, page } = await open(context, lesson, sim, prediction, answer);
    await stage.block.getByRole("checkbox", { name: "Pause at key moments" }).uncheck();
    await stage.position().press("Home");
    // Frames come when the test says so: what is measured doesn't depend on how busy this machine is.
    await page.evaluate(() => {
      let frames = [];
      let time = performance.now();
      performance.now = () => time;
      globalThis.requestAnimationFrame = (frame) => frames.push(frame);
      globalThis.passes = (ms) => {
        for (let passed = 0; passed < ms; passed += 20) {
          time += 20;
          const now = frames;
          frames = [];
          now.forEach((frame) => frame(time));
        }
      };
    });
    await stage.button("Play").click();
    const at = async (ms) => {
      await page.evaluate((ms) => globalThis.passes(ms), ms);
      return Number(await stage.position().inputValue()) / 10_000;
    };
    const half = await at(5000);
    assert.ok(half > 0.4 && half < 0.6, `half-way after 5 s: ${half}`);
    assert.equal(await at(5500), 1);
    await stage.button("Play").waitFor();
  });
}

test("after a reload one is where one was", async (context) => {
  const { workbook, stage, page } = await open(context, "batches", "batches", "batches-how-long", "after about 20 s");
  await stage.block.getByRole("checkbox", { name: "Pause at key moments" }).uncheck();
  await stage.parameter("stoves").fill("60");
  const text = await stage.edit((text) => text.replace("all done!", "all served!"));
  await stage.button("Run").click();
  await stage.button("Pause").click();
  await stage.position().fill("4321");
  const [hash, clock] = [await stage.stateHash(), await stage.clock().textContent()];
  const other = workbook.stage("uneven");
  await other.block.getByRole("tab", { name: "All alike" }).click();
  await page.waitForTimeout(600);
  await page.reload();
  await workbook.isLive();
  await stage.eventually(async () => assert.equal(await stage.stateHash(), hash));
  assert.equal(await stage.clock().textContent(), clock);
  assert.equal(await stage.code().inputValue(), text);
  assert.equal(await stage.parameter("stoves").inputValue(), "60");
  assert.ok(await page.locator("#batches-how-long").getByRole("radio", { name: "after about 20 s" }).isChecked());
  const tab = other.block.getByRole("tab", { name: "All alike" });
  assert.equal(await tab.getAttribute("aria-selected"), "true");
});

test("a goroutine is followed by a click and by the keyboard", async (context) => {
  const { stage, page } = await open(context, "batches", "batches", "batches-how-long", "about 4 s");
  const follow = stage.block.getByRole("group", { name: "Goroutines" });
  await stage.position().fill("3010");
  await follow.getByRole("button", { name: /wg|waits for others|main/ }).first().press("Enter");
  await stage.eventually(async () => assert.match(await follow.textContent(), /main \(line 32\) waits for the WaitGroup, which counts 5/));
  await follow.getByRole("button", { name: "Next goroutine" }).press("Enter");
  await stage.eventually(async () => assert.match(await follow.textContent(), /chef g\d+ \(line 28\) cooks for another/));
  await follow.getByRole("button", { name: "Let go" }).press("Enter");
  assert.match(await follow.textContent(), /whoever acts/);
  // The floor lies in the lower left of the scene; somewhere on its middle line stands a chef.
  const canvas = stage.block.getByRole("img").first();
  const box = await canvas.boundingBox();
  for (let x = 0.05; x < 0.8 && /whoever acts/.test(await follow.textContent()); x += 0.03) {
    await page.mouse.click(box.x + box.width * x, box.y + box.height * 0.72);
  }
  assert.match(await follow.textContent(), /chef g\d+/);
});

test("a figure in the prose opens its run", async (context) => {
  const { workbook, stage, page } = await open(context, "batches", "batches", "batches-how-long", "about 4 s");
  await stage.parameter("stoves").fill("5");
  await page.locator('a.figure[data-sim="batches"][data-figure="makespan_ns"]').first().click();
  await stage.eventually(async () => assert.match(await stage.clock().textContent(), /4\.000 s \/ 4\.000 s/));
  assert.equal(await stage.parameter("stoves").inputValue(), "100");
  const other = workbook.stage("ten-thousand");
  await page.locator('a.figure[data-sim="ten-thousand"][data-tab="waitgroup"]').first().click();
  await other.eventually(async () => assert.match(await other.sentence().textContent(), /kernel kills/));
  assert.equal(await other.block.getByRole("tab", { name: "WaitGroup" }).getAttribute("aria-selected"), "true");
});

test("what the program prints, and its status, is shown", async (context) => {
  const { stage } = await open(context, "naive", "lights-out", "lights-out-served", "none");
  const output = stage.block.getByRole("group", { name: "Output of the program" });
  assert.equal((await output.textContent()).trim(), "");
  await stage.toEnd();
  await stage.eventually(async () => assert.match(await output.textContent(), /all done!.*exit status 0/s));
});
