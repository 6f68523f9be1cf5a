// Seed and schedule in the learner's hands: another order breaks what one order spared, and a figure brings the lesson's
// own order back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./workbook.mjs";

/// The stage with the plain map, after an answer.
async function torn(context) {
  const workbook = await visit(context, "/results.html");
  await workbook.isLive();
  await workbook.predict("torn-ends", "with a fatal error");
  return { workbook, stage: workbook.stage("torn") };
}

const ends = (stage, said) =>
  stage.eventually(async () => {
    await stage.toEnd();
    assert.match(await stage.sentence().innerText(), said);
  });

test("turned to 0 the schedule spares the map, turned on it tears it", async (context) => {
  const { stage } = await torn(context);
  await ends(stage, /status 2/);
  for (const [schedule, said] of [
    ["0", /status 0/],
    ["7", /status 2/],
  ]) {
    await stage.parameter("schedule").fill(schedule);
    await stage.parameter("schedule").press("Enter");
    await ends(stage, said);
  }
});

test("a schedule is kept over a reload, and a figure brings the lesson's back", async (context) => {
  const { workbook, stage } = await torn(context);
  await stage.parameter("schedule").fill("0");
  await stage.parameter("schedule").press("Enter");
  await ends(stage, /status 0/);
  // What changed is saved a while later.
  await workbook.page.waitForTimeout(1500);
  await workbook.page.reload();
  await workbook.isLive();
  assert.equal(await stage.parameter("schedule").inputValue(), "0");
  await workbook.page.locator('a.figure[data-sim="torn"]').first().click();
  await stage.eventually(async () => assert.equal(await stage.parameter("schedule").inputValue(), "1"));
  await ends(stage, /status 2/);
});

test("what is no whole number leaves the seed as it is", async (context) => {
  const workbook = await visit(context, "/together.html");
  await workbook.isLive();
  const stage = workbook.stage("farthest");
  await workbook.predict("farthest-how-long", "after 7 to 9 minutes");
  await ends(stage, /7 min 39 s/);
  const seed = stage.parameter("seed");
  await seed.fill("");
  await seed.press("Enter");
  await ends(stage, /7 min 39 s/);
  await seed.fill("5");
  await seed.press("Enter");
  await ends(stage, /8 min 27 s/);
  await workbook.isClean();
});
