// The committed schemas are what the subgraphs compose to, and the public one only grows.
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges } from 'graphql';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// What to compare with: what a CI build says it builds upon, else what was published, else the commit before.
const base = [process.env.LAPAK_SCHEMA_BASE, 'origin/HEAD', 'HEAD~1', 'HEAD'].find(isKnown);

test('the committed schemas are fresh', () => {
  const { status, stderr } = compose('--check');
  equal(status, 0, `${stderr}`);
});

test('a syntax error says where it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-schema-'));
  try {
    cpSync(join(root, 'schema'), folder, { recursive: true });
    writeFileSync(join(folder, 'users.graphqls'), 'type Query {\n  me: String\n}\n\ntype {\n');
    const before = readFileSync(join(folder, 'api.graphql'), 'utf8');
    const { status, stderr } = compose('--folder', folder);
    equal(status, 1);
    match(stderr, /users\.graphqls:5:6: Syntax Error: Expected Name, found "{"\.\n$/);
    doesNotMatch(stderr, /node_modules/);
    equal(readFileSync(join(folder, 'api.graphql'), 'utf8'), before);
    rmSync(join(folder, 'users.graphqls'));
    const missing = compose('--folder', folder);
    equal(missing.status, 1);
    match(missing.stderr, /users\.graphqls: ENOENT/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('options that it does not know are refused', () => {
  for (const wrong of ['--chekc', '-x', 'check']) {
    const { status, stdout, stderr } = compose(wrong);
    equal(status, 2, wrong);
    equal(stdout, '');
    match(stderr, /usage/);
  }
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

function compose(...options) {
  return spawnSync(process.execPath, ['router/gateway/compose.js', ...options], { cwd: root, encoding: 'utf8' });
}

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
