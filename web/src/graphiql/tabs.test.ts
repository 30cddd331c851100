import { readFileSync } from "node:fs";
import { buildSchema, type DocumentNode, getVariableValues, Kind, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { TABS } from "./tabs";

const schema = buildSchema(readFileSync(new URL("../../../schema/api.graphql", import.meta.url), "utf8"));

function operationsIn(document: DocumentNode) {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

describe.each(TABS.map((tab) => [operationsIn(parse(tab.query))[0]?.name?.value, tab] as const))("%s", (_, tab) => {
  const document = parse(tab.query);

  test("is an operation of the graph", () => {
    expect(validate(schema, document)).toEqual([]);
  });

  test("takes the variables that it comes with", () => {
    const given = JSON.parse(tab.variables ?? "{}");
    const problems = operationsIn(document).map(({ variableDefinitions = [] }) =>
      getVariableValues(schema, variableDefinitions, given),
    );
    expect(problems.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  });
});
