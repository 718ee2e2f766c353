// schema - whether a JSON file is as a schema of draft 2020-12 says.
//
//   node schema.mjs CONSUMERS SCHEMA FILE
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [consumers, schema, file] = process.argv.slice(2);
const require = createRequire(join(resolve(consumers), "package.json"));
const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({ strict: false, allErrors: true });
require("ajv-formats").default(ajv);

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const validate = ajv.compile(read(schema));

if (!validate(read(file))) {
  for (const error of validate.errors) {
    console.log(`${error.instancePath}: ${error.message}`);
  }
  process.exit(1);
}
