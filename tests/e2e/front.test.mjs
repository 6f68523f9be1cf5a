// The front page opens as a stranger finds it: nothing on the console, nothing against the policy, nothing that
// axe objects to.
import { test } from "node:test";
import { visit } from "./workbook.mjs";

test("the front page opens cleanly", async (context) => {
  const workbook = await visit(context, "/");
  await workbook.page.getByRole("heading", { level: 1 }).waitFor();
  await workbook.isClean();
});
