// screenshot - a picture of a page of a report, some steps into its path.
//
//   node screenshot.mjs CONSUMERS FILE STEPS PICTURE
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [consumers, file, steps, picture] = process.argv.slice(2);
const require = createRequire(join(resolve(consumers), "package.json"));
const browser = await require("puppeteer-core").launch({
  executablePath: "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();

await page.setViewport({ width: 1200, height: 860 });
await page.goto(pathToFileURL(resolve(file)).href);
for (let step = 0; step < Number(steps); step++) {
  await page.keyboard.press("j");
}
// Of an index: why the first registration is thought of as it is.
await page.evaluate(() => {
  for (const why of document.querySelectorAll("td details")) why.open = true;
  document.querySelector(".finding")?.scrollIntoView();
});
await page.screenshot({ path: picture });
await browser.close();
