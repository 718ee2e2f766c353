// junit - reads a JUnit report and prints what a reader makes of it: a line
// for each case, with how it ended.
//
//   node junit.mjs CONSUMERS FILE
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [consumers, file] = process.argv.slice(2);
const require = createRequire(join(resolve(consumers), "package.json"));
const { parse } = await import(pathToFileURL(require.resolve("junit2json")));
const report = await parse(readFileSync(file, "utf8"));

for (const suite of report.testsuite) {
  console.log(`suite ${suite.name}: ${suite.tests} tests, ` +
    `${suite.failures} failures, ${suite.errors} errors`);
  for (const test of suite.testcase) {
    const end = test.failure ? "failed" : test.error ? "error" : "passed";
    console.log(`${end} ${test.classname}: ${test.name}`);
    for (const part of [...(test.failure ?? []), ...(test.error ?? [])]) {
      console.log(`  ${part.message}`);
    }
  }
}
