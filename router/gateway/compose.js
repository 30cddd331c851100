// Composes schema/*.graphqls into schema/supergraph.graphql and schema/api.graphql.
// With --check it writes nothing and fails where a committed file differs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { parse as parseYaml } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'schema');
const check = process.argv.includes('--check');

const { subgraphs } = parseYaml(readFileSync(join(folder, 'supergraph.yaml'), 'utf8'));
const services = Object.entries(subgraphs).map(([name, { routing_url, schema }]) => ({
  name,
  url: routing_url,
  typeDefs: parse(readFileSync(join(folder, schema.file), 'utf8')),
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
    console.error(`schema/${file} is not what the subgraphs compose to: run ./lapak schema and commit it.`);
  }
  if (!check && !same) writeFileSync(path, next);
  if (!check) console.log(`${same ? 'unchanged' : 'written'}: ${relative(root, path)}`);
}
process.exit(stale ? 1 : 0);
