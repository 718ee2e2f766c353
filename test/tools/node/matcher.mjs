// matcher - what a problem matcher of GitHub makes of what it is shown.
//
//   node matcher.mjs MATCHER.json <LOG
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import { readFileSync } from "node:fs";

const { problemMatcher } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const lines = readFileSync(0, "utf8").split("\n");

for (const line of lines) {
  for (const { owner, pattern } of problemMatcher) {
    const [{ regexp, ...groups }] = pattern;
    const match = new RegExp(regexp).exec(line);
    if (!match) continue;
    const parts = Object.entries(groups).map(([k, n]) => `${k}=${match[n]}`);
    console.log(`${owner}: ${parts.join(" ")}`);
    break;
  }
}
