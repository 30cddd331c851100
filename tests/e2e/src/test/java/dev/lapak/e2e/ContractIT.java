package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.language.Document;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The door shows the schema that is committed, and none of what is between subgraphs. */
class ContractIT {

  private static final String INTROSPECTION =
      IntrospectionQueryBuilder.build(
          IntrospectionQueryBuilder.Options.defaultOptions().isOneOf(false));

  @Test
  void introspection_says_what_the_committed_api_says() throws IOException {
    Answer answer = Person.NOBODY.now(INTROSPECTION);
    Map<String, Object> data = answer.json().read("$.data");
    Document shown = new IntrospectionResultToSchema().createSchemaDefinition(data);
    Document committed =
        new Parser().parseDocument(Files.readString(Lapak.root().resolve("schema/api.graphql")));
    assertThat(print(shown)).isEqualTo(print(committed));
  }

  @Test
  void internal_fields_are_not_there() {
    for (String field :
        new String[] {
          "productsForCheckout(ids: [])",
          "sellersForCheckout(ids: [])",
          "productOwners(ids: [])",
          "_service { sdl }",
          "_entities(representations: [])"
        }) {
      Answer answer = Person.NOBODY.now("{ " + field + " }");
      assertThat(answer.requestError()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    }
  }

  @Test
  void subgraphs_answer_nobody_else() {
    for (String subgraph : Lapak.SUBGRAPHS) {
      Answer answer = Lapak.running().askSubgraph(subgraph, "{ __typename }");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.requestError()).isEqualTo("FORBIDDEN");
    }
  }

  private static String print(Document document) {
    // Introspection does not tell """…""" from "…".
    return AstPrinter.printAst(new AstSorter().sort(document)).replaceAll("\\s*\"+\\s*", "\"");
  }
}
