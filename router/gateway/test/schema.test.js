// The committed schemas are what the subgraphs compose to, and the public one only grows.
import { deepEqual, equal } from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges } from 'graphql';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// What to compare with: what a CI build says it builds upon, else what was published, else the commit before.
const base = [process.env.LAPAK_SCHEMA_BASE, 'origin/HEAD', 'HEAD~1', 'HEAD'].find(isKnown);

test('the committed schemas are fresh', () => {
  const { status, stderr } = spawnSync(process.execPath, ['router/gateway/compose.js', '--check'], { cwd: root });
  equal(status, 0, `${stderr}`);
});

test('nothing breaks clients, unless a decision record quotes it', { skip: !existsSync(join(root, '.git')) }, () => {
  const before = execFileSync('git', ['show', `${base}:schema/api.graphql`], { cwd: root, encoding: 'utf8' });
  const now = readFileSync(join(root, 'schema/api.graphql'), 'utf8');
  const decisions = decisionRecords();
  const undecided = findBreakingChanges(buildSchema(before), buildSchema(now))
    .map(({ description }) => description)
    .filter((description) => !decisions.includes(description));
  deepEqual(undecided, [], 'Quote each of these in a decision record under docs/adr, or keep the schema compatible.');
});

/** Whether it names a commit that is here and is another one than this; the last resort may be this one. */
function isKnown(name) {
  if (!name) return false;
  const commit = (of) =>
    spawnSync('git', ['rev-parse', '--verify', '--quiet', `${of}^{commit}`], { cwd: root, encoding: 'utf8' }).stdout;
  return name === 'HEAD' || (commit(name) && commit(name) !== commit('HEAD'));
}

function decisionRecords() {
  const folder = join(root, 'docs/adr');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}
