// The workbook as a learner meets it: pages, controls by their accessible names, counts, and what went wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { base, launch } from "./browser.mjs";

// Evaluated, not added as a script: the policy would refuse it, rightly.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/// Opens `path` in a browser of its own, which ends with the test.
export async function visit(context, path, options = {}) {
  const browser = await launch();
  context.after(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  const workbook = new Workbook(page);
  await workbook.open(path);
  return workbook;
}

export class Workbook {
  constructor(page) {
    this.page = page;
    this.complaints = [];
    page.on("console", (message) => {
      // A policy violation is an error on the console too.
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
  }

  async open(path) {
    await this.page.goto(new URL(path, base).href, { waitUntil: "load" });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true }).first();
  }

  position() {
    return this.page.getByRole("slider", { name: "Position", exact: true }).first();
  }

  stage() {
    return this.page.locator("[data-state-hash]").first();
  }

  async stateHash() {
    return this.stage().getAttribute("data-state-hash");
  }

  parameter(name) {
    return this.page.locator(`[data-param="${name}"]`).first();
  }

  /// What the page counts now: `{waiting, in_flight, served, failed, lost}`.
  async counts() {
    const outputs = this.page.locator("output[data-count]");
    const pairs = await outputs.evaluateAll((all) =>
      all.map((output) => [output.dataset.count, Number(output.textContent.replace(/[^0-9-]/g, ""))]),
    );
    // The first stage of the page is the one that is driven.
    return Object.fromEntries(pairs.reverse());
  }

  /// Waits until the page counts what is asked for.
  async countsBecome(expected) {
    let last;
    for (let attempt = 0; attempt < 100; attempt += 1) {
      last = await this.counts();
      if (Object.entries(expected).every(([name, value]) => last[name] === value)) return;
      await this.page.waitForTimeout(100);
    }
    assert.deepEqual(last, { ...last, ...expected });
  }

  /// No error on the console, none against the policy, none that axe finds.
  async isClean() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run());
    const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html) }));
    assert.deepEqual(found, []);
    assert.deepEqual(this.complaints, []);
  }
}

/// What `brigade run --json` says of a program with these settings.
export function run(program, settings = {}) {
  const sets = Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  const command = process.env.BRIGADE ?? "target/debug/brigade";
  try {
    return JSON.parse(execFileSync(command, ["run", ...sets, "--json", program], { encoding: "utf8" }));
  } catch (error) {
    // The program's own exit status is the command's.
    return JSON.parse(error.stdout);
  }
}
