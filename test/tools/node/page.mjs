// page - opens the pages of an HTML report in a browser, as a reader would.
//
//   node page.mjs CONSUMERS FILE...
//
// Fails if a page says an error or asks for anything but itself, if the keys do
// not walk the path, or if axe-core finds that someone cannot read it, in the
// light and in the dark.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [consumers, ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(consumers), "package.json"));
const puppeteer = require("puppeteer-core");
const axe = require.resolve("axe-core");
const wrong = [];

const browser = await puppeteer.launch({
  executablePath: "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu"],
});

// What the reader sees: the event that is lit, the line if it is to be seen, the
// state, and whether the pictures show that state and the block of the line.
const seen = (page) => page.evaluate(() => {
  const event = document.querySelector("[aria-current]");
  const line = document.querySelector(".lit .gutter");
  const state = document.querySelector(".states .now");
  const drawn = document.querySelector(".automaton .now");
  const block = event?.dataset.block;
  return {
    event: event?.querySelector(".number").textContent,
    line: line?.checkVisibility() ? line.textContent.trim() : undefined,
    state: state?.querySelector("b").textContent,
    drawn: drawn?.textContent.trim().split("\n").at(-1),
    isBlockLit: !block || document.getElementById(block)?.matches(".now"),
  };
});

async function walk(page) {
  const count = (await page.$$eval(".finding",
    (all) => all[0].querySelectorAll(".events button").length));
  const pictures = (await page.$$("svg")).length;
  const states = [];
  assert.equal((await seen(page)).event, "1");
  for (let at = 1; at <= count; at++) {
    const now = await seen(page);
    assert.equal(now.event, String(at));
    assert.ok(now.line, `event ${at} lights no line`);
    assert.ok(now.isBlockLit, `event ${at} lights no block`);
    if (pictures > 0) assert.equal(now.drawn, now.state);
    if (now.state && states.at(-1) !== now.state) states.push(now.state);
    await page.keyboard.press("j");
  }
  assert.equal((await seen(page)).event, String(count), "j goes on at the end");
  await page.keyboard.press("k");
  assert.equal((await seen(page)).event, String(count - 1));
  await page.click(".events li:first-child button");
  assert.equal((await seen(page)).event, "1");
  console.log(`${count} events; ${states.join(", ")}; ${pictures} pictures`);
}

async function accessible(page, scheme) {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, help, nodes } of violations) {
    wrong.push(`${scheme}: ${id}: ${help}: ${nodes[0].html}`);
  }
}

async function read(file, scheme) {
  const url = pathToFileURL(resolve(file)).href;
  const page = await browser.newPage();
  page.on("console", (said) => wrong.push(`console: ${said.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) {
      wrong.push(`asks for ${request.url()}`);
    }
  });
  await page.setViewport({ width: 1280, height: 860 });
  await page.emulateMediaFeatures(
    [{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(url);
  if (await page.$(".finding .events")) await walk(page);
  await accessible(page, scheme);
  await page.close();
}

for (const file of files) {
  for (const scheme of ["light", "dark"]) await read(file, scheme);
}
await browser.close();
for (const line of wrong) console.log(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
