// Programs side by side: one clock, one set of controls, sliders that change all, and a table whose cells are what
// `brigade run` says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run, visit } from "./workbook.mjs";

const listings = { Naive: "naive.go", WaitGroup: "waitgroup.go", "Batches of five": "batch_pool.go" };
const kitchen = { tasks: 1000, workers: 5, stove_policy: "wait", spawn_ns: 2500 };

/// The comparison that waits for no prediction.
async function open(context, options) {
  const workbook = await visit(context, "/compared.html", options);
  const stage = workbook.stage("waiting");
  await stage.block.locator(".pane").first().waitFor();
  return { workbook, stage };
}

async function committed(context, options) {
  const opened = await open(context, options);
  await opened.workbook.predict("waiting-memory", "some 70 MiB");
  await opened.stage.block.getByRole("button", { name: "Play", exact: true, disabled: false }).waitFor();
  return opened;
}

/// `{program: {figure: text}}` as the table has it.
const cells = (stage) =>
  stage.block.locator("table.figures tbody tr").evaluateAll((rows) =>
    Object.fromEntries(
      rows.map((row) => [
        row.querySelector("th").textContent,
        Object.fromEntries([...row.querySelectorAll("td")].map((cell) => [cell.dataset.figure, cell.textContent])),
      ]),
    ),
  );

/// `{program: {waiting, …}}` as the panes count now.
const counts = (stage) =>
  stage.block.locator(".pane").evaluateAll((panes) =>
    Object.fromEntries(
      panes.map((pane) => [
        pane.querySelector(".pane-name").textContent,
        Object.fromEntries(
          [...pane.querySelectorAll("output[data-count]")].map((output) => [
            output.dataset.count,
            Number(output.textContent.replace(/[^0-9]/g, "")),
          ]),
        ),
      ]),
    ),
  );

const grouped = (number) => number.toLocaleString("en-US");

/// At the end, panes and table say what the command says of each program with these settings.
async function endsAsTheCommand(stage, settings) {
  const reports = Object.entries(listings).map(([label, listing]) => [label, run(listing, settings)]);
  await stage.eventually(async () => {
    await stage.toEnd();
    const [counted, table] = [await counts(stage), await cells(stage)];
    for (const [label, report] of reports) {
      const { total, ...orders } = report.orders;
      assert.deepEqual(counted[label], orders, label);
      assert.equal(
        Object.values(counted[label]).reduce((sum, count) => sum + count),
        total,
      );
      assert.equal(table[label]["goroutines.max_alive"], grouped(report.goroutines.max_alive), label);
      assert.equal(table[label]["orders.served"], grouped(report.orders.served), label);
      assert.equal(table[label]["orders.lost"], grouped(report.orders.lost), label);
      assert.equal(table[label]["stoves.max_in_use"], grouped(report.stoves.max_in_use), label);
    }
  });
}

test("nothing plays and no cell tells before the prediction", async (context) => {
  const { workbook, stage } = await open(context);
  await stage.block.locator("[data-state-hash]").first().waitFor({ state: "attached" });
  assert.equal(await stage.button("Play").isDisabled(), true);
  assert.equal(await stage.position().isDisabled(), true);
  const told = Object.values(await cells(stage)).flatMap((row) => Object.values(row));
  assert.ok(told.every((text) => text === "…"), told.join());
  const block = await workbook.predict("waiting-memory", "some 70 MiB");
  await stage.eventually(async () => {
    await stage.toEnd();
    assert.match(await block.innerText(), /the run says 69\.1 MiB/);
  });
});

test("panes and table end as the command does, and every slider changes all", async (context) => {
  const { stage } = await committed(context);
  await endsAsTheCommand(stage, kitchen);
  await stage.parameter("tasks").fill("200");
  await endsAsTheCommand(stage, { ...kitchen, tasks: 200 });
  await stage.parameter("stoves").fill("5");
  await endsAsTheCommand(stage, { ...kitchen, tasks: 200, stoves: 5 });
});

test("a row fills in when its run ends", async (context) => {
  const { stage } = await committed(context);
  // The naive program is over long before the batches are.
  await stage.position().fill("5000");
  const table = await cells(stage);
  assert.equal(table.Naive["orders.lost"], "1,000");
  assert.equal(table["Batches of five"]["orders.served"], "…");
  await stage.toEnd();
  await stage.position().fill("5000");
  assert.equal((await cells(stage))["Batches of five"]["orders.served"], "1,000", "what was seen stays");
});

test("plays, pauses, steps there and back, all by keyboard", async (context) => {
  const { workbook, stage } = await committed(context);
  await stage.button("Play").focus();
  await workbook.page.keyboard.press("Enter");
  const begun = await stage.stateHash();
  await stage.eventually(async () => assert.notEqual(await stage.stateHash(), begun));
  await workbook.page.keyboard.press("Enter");
  await stage.block.getByRole("button", { name: "Play", exact: true }).waitFor();
  const here = await stage.stateHash();
  for (let step = 0; step < 5; step += 1) await stage.button("Step forward").press("Enter");
  assert.notEqual(await stage.stateHash(), here);
  for (let step = 0; step < 5; step += 1) await stage.button("Step back").press("Enter");
  assert.equal(await stage.stateHash(), here);
});

test("a jump and back is the same picture to the pixel", async (context) => {
  const { stage } = await committed(context);
  const pixels = () =>
    stage.block.locator("canvas.scene").evaluateAll((all) => all.map((canvas) => canvas.toDataURL()));
  const at = async (position) => {
    await stage.position().fill(String(position));
    await stage.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return pixels();
  };
  const first = await at(3000);
  for (const position of [0, 9000, 17, 5100]) await at(position);
  assert.deepEqual(await at(3000), first);
});

test("where one was survives a reload", async (context) => {
  const { workbook, stage } = await committed(context);
  await stage.parameter("tasks").fill("300");
  await stage.eventually(async () => {
    await stage.toEnd();
    assert.equal((await cells(stage)).WaitGroup["orders.served"], "300");
  });
  await stage.position().fill("6000");
  await workbook.page.waitForTimeout(600);
  const there = await stage.stateHash();
  await workbook.page.reload();
  await stage.eventually(async () => assert.equal(await stage.stateHash(), there));
  assert.equal(await stage.parameter("tasks").inputValue(), "300");
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`nothing is amiss at ${viewport.width} px, from the start to the end`, async (context) => {
    const { workbook, stage } = await committed(context, { viewport });
    await workbook.isClean();
    await stage.toEnd();
    await workbook.isClean();
    const wide = await workbook.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= viewport.width, `${wide} px`);
  });
}
