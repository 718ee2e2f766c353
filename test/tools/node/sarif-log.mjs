// sarif-log - what a validator's log says of the file that it looked at.
//
//   node sarif-log.mjs LOG
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import { readFileSync } from "node:fs";

const log = JSON.parse(readFileSync(process.argv[2], "utf8"));
const run = log.runs[0];
const results = run.results ?? [];
const told = (run.invocations ?? []).flatMap((invocation) => [
  ...(invocation.toolExecutionNotifications ?? []),
  ...(invocation.toolConfigurationNotifications ?? []),
]);
// There is no page of the program on the web: it is always told that, unless
// the file was not looked at.
const wasRead = results.some((result) => result.ruleId === "SARIF2005");
const wrong = [
  ...results.filter((result) => result.ruleId !== "SARIF2005"),
  ...told.filter((note) => note.level === "error"),
];

if (!wasRead || !run.invocations?.every((invocation) => invocation.executionSuccessful)) {
  console.log("the validator did not end well");
  process.exit(1);
}
for (const result of wrong) {
  console.log(JSON.stringify([
    result.ruleId, result.level ?? "warning", result.message,
    result.locations?.[0]?.physicalLocation?.region?.startLine,
  ]));
}
process.exit(wrong.length === 0 ? 0 : 1);
