// Composes schema/*.graphqls into schema/supergraph.graphql and schema/api.graphql.
// With --check it writes nothing and fails where a committed file differs; --folder is where the contracts are, if it is
// not schema/.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse, printSchema, Source } from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { parse as parseYaml } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { check, folder } = options();

const { subgraphs } = parseYaml(readFileSync(join(folder, 'supergraph.yaml'), 'utf8'));
const services = Object.entries(subgraphs).map(([name, { routing_url, schema }]) => ({
  name,
  url: routing_url,
  typeDefs: read(join(folder, schema.file)),
}));

const { errors, supergraphSdl, hints } = composeServices(services);
for (const hint of hints ?? []) console.warn(`hint: ${hint}`);
if (errors) {
  for (const error of errors) console.error(`${error.extensions?.code ?? 'error'}: ${error.message}`);
  console.error(`The subgraphs do not compose: ${errors.length} error(s).`);
  process.exit(1);
}

const api = printSchema(Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema());
let stale = 0;
for (const [file, text] of [
  ['supergraph.graphql', supergraphSdl],
  ['api.graphql', api],
]) {
  const path = join(folder, file);
  const next = text.trimEnd() + '\n';
  const same = existsSync(path) && readFileSync(path, 'utf8') === next;
  if (check && !same) {
    stale++;
    console.error(`${relative(root, path)} is not what the subgraphs compose to: run ./lapak schema and commit it.`);
  }
  if (!check && !same) writeFileSync(path, next);
  if (!check) console.log(`${same ? 'unchanged' : 'written'}: ${relative(root, path)}`);
}
process.exit(stale ? 1 : 0);

function options() {
  try {
    const { values } = parseArgs({ options: { check: { type: 'boolean' }, folder: { type: 'string' } } });
    return { check: values.check, folder: resolve(values.folder ?? join(root, 'schema')) };
  } catch (error) {
    console.error(`${error.message}\nusage: compose.js [--check] [--folder <path>]`);
    process.exit(2);
  }
}

function read(path) {
  const name = relative(root, path);
  try {
    return parse(new Source(readFileSync(path, 'utf8'), name));
  } catch ({ message, locations: [{ line, column }] = [{}] }) {
    console.error(line ? `${name}:${line}:${column}: ${message}` : `${name}: ${message}`);
    process.exit(1);
  }
}
