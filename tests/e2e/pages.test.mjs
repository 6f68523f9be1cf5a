// Every page opens as a stranger finds it: nothing on the console, nothing against the policy, nothing that axe
// objects to; and it can be read where no script runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { course, visit } from "./workbook.mjs";

const { lessons, beside } = course;
const pages = ["index", ...lessons, ...beside];

for (const page of pages) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${page} opens cleanly, ${colorScheme}`, async (context) => {
      const workbook = await visit(context, `/${page}.html`, { colorScheme });
      await workbook.page.waitForLoadState("networkidle");
      await workbook.isClean();
    });
  }
}

test("no page is wider than a phone", async (context) => {
  const workbook = await visit(context, "/", { viewport: { width: 390, height: 844 } });
  for (const page of pages) {
    await workbook.open(`/${page}.html`);
    await workbook.page.waitForLoadState("networkidle");
    const width = await workbook.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `${page} is ${width} px wide`);
  }
});

for (const lesson of lessons) {
  test(`${lesson} can be read where no script runs`, async (context) => {
    const workbook = await visit(context, `/${lesson}.html`, { javaScriptEnabled: false });
    const text = await workbook.page.getByRole("main").innerText();
    assert.match(text, /package main/);
    assert.ok(text.length > 1500, `the prose is there: ${text.length} characters`);
  });
}

test("the front page leads through the course", async (context) => {
  const workbook = await visit(context, "/");
  const links = workbook.page.getByRole("main").locator(".course a");
  const addresses = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(
    addresses,
    lessons.map((lesson) => `${lesson}.html`),
  );
  await links.first().click();
  await workbook.page.getByRole("heading", { level: 1, name: "You cook alone" }).waitFor();
});

for (const path of ["/no-such-lesson.html", "/course/2026/no-such-lesson"]) {
  test(`${path} says that it isn't there, and leads back`, async (context) => {
    const workbook = await visit(context, "/");
    const answer = await workbook.open(path);
    assert.equal(answer.status(), 404);
    await workbook.page.waitForLoadState("networkidle");
    const serif = await workbook.page.getByRole("heading", { level: 1 }).evaluate((title) => getComputedStyle(title).fontFamily);
    assert.match(serif, /Fraunces/, "the styles are found from there too");
    await workbook.page.getByRole("main").getByRole("link").first().click();
    await workbook.page.locator(".course").waitFor();
  });
}
