package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The door shows the schema that is committed, and none of what is between subgraphs. */
class ContractIT {

  private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

  private static final String INTROSPECTION =
      IntrospectionQueryBuilder.build(
          IntrospectionQueryBuilder.Options.defaultOptions().isOneOf(false));

  /** Within the quotes of Java or JavaScript; outside of them a name may be any method's. */
  private static final Pattern TEXT =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|`[^`]*`|\"(?:[^\"\\\\\n]|\\\\.)*\"");

  @Test
  void introspection_says_what_the_committed_api_says() throws IOException {
    Answer answer = Person.NOBODY.now(INTROSPECTION);
    Map<String, Object> data = answer.json().read("$.data");
    Document shown = new IntrospectionResultToSchema().createSchemaDefinition(data);
    assertThat(print(shown)).isEqualTo(print(committed()));
  }

  @Test
  void all_that_can_be_asked_for_is_asked_for_in_these_tests() throws IOException {
    Set<String> words = words();
    assertThat(
            committed().getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .filter(type -> ROOTS.contains(type.getName()))
                .flatMap(type -> type.getFieldDefinitions().stream())
                .map(FieldDefinition::getName))
        .hasSizeGreaterThan(50)
        .isSubsetOf(words);
  }

  @Test
  void internal_fields_are_not_there() {
    for (String field :
        new String[] {
          "productsForCheckout(ids: [])",
          "sellersForCheckout(ids: [])",
          "buyerForCheckout(id: 1)",
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

  private static Document committed() throws IOException {
    return new Parser().parseDocument(Files.readString(Lapak.root().resolve("schema/api.graphql")));
  }

  /** The words in the texts of all tests but this. */
  private static Set<String> words() throws IOException {
    Set<String> words = new HashSet<>();
    for (String sources : List.of("tests/e2e/src", "tests/e2e/browser")) {
      for (Path source : sources(Lapak.root().resolve(sources))) {
        TEXT.matcher(Files.readString(source))
            .results()
            .forEach(text -> words.addAll(List.of(text.group().split("\\W+"))));
      }
    }
    return words;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|js)"))
          .filter(file -> !file.toString().contains("node_modules"))
          .filter(file -> !file.endsWith("ContractIT.java"))
          .toList();
    }
  }

  private static String print(Document document) {
    // Introspection does not tell """…""" from "…".
    return AstPrinter.printAst(new AstSorter().sort(document)).replaceAll("\\s*\"+\\s*", "\"");
  }
}
