// steps - runs what the steps of a CI service run, here.
//
//   node steps.mjs CONSUMERS FILE [NAME=VALUE...]
//
// FILE is action.yml, a template of GitLab's or one of Azure's. NAME=VALUE says
// what an expression (inputs.paths, runner.temp, Agent.OS) or, for GitLab, a
// variable is. Scripts are run by bash in the working folder, with what earlier
// ones have set; of what the service does itself (uses, task, artifacts) it is
// told that it would be done. Of the conditions those are understood that stand
// in our files. The status is that of the first script that failed.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [consumers, file, ...given] = process.argv.slice(2);
const require = createRequire(join(resolve(consumers), "package.json"));
const document = require("js-yaml").load(readFileSync(file, "utf8"));

const values = new Map();
const folder = mkdtempSync(join(tmpdir(), "steps-"));
let status = 0;

function known(name) {
  if (!values.has(name)) throw new Error(`${file}: what is '${name}'?`);
  return values.get(name);
}

// ${{ NAME }} of GitHub and Azure, $(NAME) of Azure.
function filled(text) {
  return String(text)
    .replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name) => known(name))
    .replace(/\$\((\w+\.\w+|UNLOADCHECK)\)/g, (_, name) => known(name));
}

function run(script, environment, shown) {
  console.log(`== ${shown}`);
  const done = spawnSync("bash", ["-eo", "pipefail", "-c", script], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  process.stdout.write(done.stdout);
  process.stdout.write(done.stderr);
  status ||= done.status ?? 2;
  return done.stdout;
}

function filledAll(object) {
  return Object.fromEntries(
    Object.entries(object ?? {}).map(([name, value]) => [name, filled(value)]),
  );
}

function tell(what, inputs) {
  console.log(`== ${what}`);
  for (const [name, value] of Object.entries(filledAll(inputs))) {
    console.log(`${name}: ${value}`);
  }
}

// inputs.upload == 'true', and nothing where there is no condition.
function holds(condition) {
  if (condition === undefined) return status === 0;
  if (condition === "succeededOrFailed()") return true;
  const [, name, value] = /^([\w.-]+) == '(\w+)'$/.exec(condition);
  return status === 0 && known(name) === value;
}

function runAction() {
  for (const [name, input] of Object.entries(document.inputs)) {
    values.has(`inputs.${name}`) || values.set(`inputs.${name}`, input.default);
  }
  for (const step of document.runs.steps) {
    if (!holds(step.if)) continue;
    if (step.uses) {
      tell(`uses ${step.uses}`, step.with);
      continue;
    }
    const files = { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary" };
    for (const [name, base] of Object.entries(files)) {
      files[name] = join(folder, base);
      writeFileSync(files[name], "");
    }
    const environment = { ...filledAll(step.env), ...files };
    run(filled(step.run), environment, step.id ?? "run");
    for (const line of readFileSync(files.GITHUB_OUTPUT, "utf8").split("\n")) {
      const at = line.indexOf("=");
      if (at > 0) {
        const name = `steps.${step.id}.outputs.${line.slice(0, at)}`;
        values.set(name, line.slice(at + 1));
      }
    }
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, "utf8");
    if (summary) console.log(`== summary\n${summary}`);
  }
}

function runAzure() {
  for (const parameter of document.parameters) {
    const name = `parameters.${parameter.name}`;
    values.has(name) || values.set(name, filled(parameter.default));
  }
  for (const step of document.steps) {
    if (!holds(step.condition)) continue;
    if (step.task) {
      tell(`task ${step.task}`, step.inputs);
      continue;
    }
    const script = filled(step.bash);
    const where = step.workingDirectory ? filled(step.workingDirectory) : ".";
    const said = run(
      `cd '${where}'\n${script}`,
      filledAll(step.env),
      step.displayName,
    );
    const setting = /##vso\[task\.setvariable variable=(\w+)\](.*)/g;
    for (const [, name, value] of said.matchAll(setting)) {
      values.set(name, value);
    }
  }
}

function runGitlab() {
  const job = document[".unloadcheck"];
  const environment = {};
  for (const [name, value] of Object.entries(job.variables)) {
    environment[name] = value.replace(/\$(\w+)/g, (_, other) => known(other));
  }
  Object.assign(environment, Object.fromEntries(values));
  run([...job.before_script, ...job.script].join("\n"), environment, "script");
  tell("artifacts", { paths: job.artifacts.paths, ...job.artifacts.reports });
}

for (const word of given) {
  const at = word.indexOf("=");
  values.set(word.slice(0, at), word.slice(at + 1));
}
if (document.runs) runAction();
else if (document.steps) runAzure();
else runGitlab();
rmSync(folder, { recursive: true });
process.exit(status);
