// The limits that router.yaml sets. Tokens are fewer here, because graphql-js does not count blanks and commas.

export const limits = { bytes: 1_000_000, tokens: 15_000, nesting: 100, selections: 20_000 };

const token = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n\r])*"|#[^\n\r]*|[{[]|[}\]]/g;

/** Whether a document is nested too deeply to be given to the parser, which recurses. */
export function tooDeep(source) {
  let depth = 0;
  for (const [text] of source.matchAll(token)) {
    if (text === '{' || text === '[') depth++;
    if (text === '}' || text === ']') depth--;
    if (depth > limits.nesting) return true;
  }
  return false;
}
