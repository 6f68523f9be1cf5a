// The workbook as a learner meets it: pages, stages with controls by their accessible names, and what went wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after } from "node:test";
import { base, launch } from "./browser.mjs";

// Evaluated, not added as a script: the policy would refuse it, rightly.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/// The pages of all parts of the course in their order, and those beside it, as `lessons/course.toml` names them.
export const course = (() => {
  const text = readFileSync("lessons/course.toml", "utf8");
  const names = (key) => {
    const lists = [...text.matchAll(new RegExp(`^${key} *= *\\[([^\\]]*)\\]`, "gm"))];
    return lists.flatMap((list) => [...list[1].matchAll(/"([^"]+)"/g)].map((match) => match[1]));
  };
  return { lessons: names("lessons"), beside: names("beside") };
})();

let browser;
after(() => browser?.close());

/// Opens `path` as somebody who was never here before.
export async function visit(context, path, options = {}) {
  browser ??= await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  context.after(() => page.close());
  page.setDefaultTimeout(15_000);
  const workbook = new Workbook(page);
  await workbook.open(path);
  return workbook;
}

export class Workbook {
  constructor(page) {
    this.page = page;
    this.complaints = [];
    page.on("console", (message) => {
      // What goes against the policy is an error on the console too.
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  open(path) {
    return this.page.goto(new URL(path, base).href, { waitUntil: "load" });
  }

  /// The stage of the block with this id.
  stage(id) {
    return new Stage(this.page, this.page.locator(`#${id}`));
  }

  /// Commits to the answer whose text contains `answer`.
  async predict(id, answer) {
    const block = this.page.locator(`#${id}`);
    await block.getByRole("radio", { name: answer }).check();
    await block.getByRole("button", { name: "Commit", exact: true }).click();
    return block;
  }

  /// Waits until the page's blocks are alive.
  async isLive() {
    await this.page.locator("html[data-app=live]").waitFor();
  }

  /// No error on the console, none against the policy, none that axe finds.
  async isClean() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run());
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 5).map((node) => node.html.slice(0, 200)),
    }));
    assert.deepEqual(found, []);
    assert.deepEqual(this.complaints, []);
  }
}

export class Stage {
  constructor(page, block) {
    this.page = page;
    this.block = block;
  }

  button(name) {
    return this.block.getByRole("button", { name, exact: true });
  }

  /// The slider over the run.
  position() {
    return this.block.getByRole("slider", { name: "Position", exact: true });
  }

  /// The control of a setting, by its name in the scenario.
  parameter(name) {
    return this.block.locator(`[data-param="${name}"]`);
  }

  code() {
    return this.block.getByRole("textbox", { name: "Go program" });
  }

  async toEnd() {
    await this.position().press("End");
  }

  clock() {
    return this.block.locator(".clock");
  }

  sentence() {
    return this.block.locator(".sentence");
  }

  /// What the hidden table of a chart says was the most in any part of the run.
  async mostOf(kind) {
    const cells = this.block.locator(`.chart[data-kind="${kind}"] tbody tr td:last-child`);
    const texts = await cells.allTextContents();
    return Math.max(...texts.map((text) => Number(text.replaceAll(",", ""))));
  }

  /// Puts another text into the editor, which `change` makes of the one that is there.
  async edit(change) {
    const text = change(await this.code().inputValue());
    await this.code().fill(text);
    return text;
  }

  stateHash() {
    return this.block.locator("[data-state-hash]").getAttribute("data-state-hash");
  }

  /// What is counted now: `{waiting, in_flight, served, failed, lost}`.
  async counts() {
    const pairs = await this.block
      .locator("output[data-count]")
      .evaluateAll((all) =>
        all.map((output) => [output.dataset.count, Number(output.textContent.replace(/[^0-9]/g, ""))]),
      );
    return Object.fromEntries(pairs);
  }

  /// Waits until the end of the run counts what `brigade run --json` counts.
  async endsWith({ waiting, in_flight, served, failed, lost }) {
    await this.eventually(async () => {
      await this.toEnd();
      assert.deepEqual(await this.counts(), { waiting, in_flight, served, failed, lost });
    });
  }

  /// Waits until `check` no longer throws; throws what it threw last.
  async eventually(check, patience = 100) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await check();
      } catch (error) {
        if (attempt === patience) throw error;
        await this.page.waitForTimeout(100);
      }
    }
  }
}

/// What `brigade run --json` says of a listing under `lessons/` with these settings.
export function run(listing, settings = {}) {
  const sets = Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  const command = process.env.BRIGADE ?? "target/debug/brigade";
  try {
    return JSON.parse(execFileSync(command, ["run", ...sets, "--json", `lessons/${listing}`], { encoding: "utf8" }));
  } catch (error) {
    // The command ends as the program does; what it printed is still the answer.
    if (error.stdout) return JSON.parse(error.stdout);
    throw error;
  }
}
