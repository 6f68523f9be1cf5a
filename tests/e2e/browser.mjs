// Chromium as the tests and the photographs use it. BASE_URL and CHROMIUM come from xtask.
import { chromium } from "playwright-core";

export const base = process.env.BASE_URL ?? "http://localhost:8080";

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
