package dev.lapak.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.SchemaDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Compares what a running subgraph says of itself with the contract that it was built from. */
public final class ContractVerifier {

  private static final String SDL = "{ _service { sdl } }";

  /** Printers write a description of one line in one line, however it was written. */
  private static final Pattern BLOCK =
      Pattern.compile("\"\"\"\\n\\s*(.*?)\\n\\s*\"\"\"", Pattern.DOTALL);

  private ContractVerifier() {}

  /**
   * Fails where {@code _service { sdl }} and {@code graphql/<subgraph>.graphqls} differ in meaning.
   */
  public static void verify(SubgraphTester subgraph, String name) {
    String running =
        subgraph
            .anonymous()
            .document(SDL)
            .execute()
            .path("_service.sdl")
            .entity(String.class)
            .get();
    compare(running, contract(name));
  }

  static void compare(String running, String contract) {
    assertThat(normalise(running)).isEqualTo(normalise(contract));
  }

  static String contract(String name) {
    try {
      return new ClassPathResource("graphql/" + name + ".graphqls")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String normalise(String sdl) {
    Document document = new Parser().parseDocument(sdl);
    List<? extends Definition<?>> own =
        document.getDefinitions().stream()
            .filter(ContractVerifier::isOwn)
            .map(ContractVerifier::withoutFederation)
            .toList();
    String text =
        AstPrinter.printAst(
            new AstSorter()
                .sort(document.transform(builder -> builder.definitions(List.copyOf(own)))));
    return BLOCK
        .matcher(text)
        .replaceAll(block -> Matcher.quoteReplacement(inOneLine(block)))
        // Said or not, it is the default.
        .replace(", resolvable: true)", ")");
  }

  private static String inOneLine(MatchResult block) {
    return block.group(1).contains("\n")
        ? block.group()
        : '"' + block.group(1).replace("\"", "\\\"") + '"';
  }

  private static boolean isOwn(Definition<?> definition) {
    return switch (definition) {
      case DirectiveDefinition ignored -> false;
      case SDLNamedDefinition<?> named ->
          !named.getName().startsWith("_")
              && !named.getName().contains("__")
              && !Set.of("FieldSet", "Import", "Purpose").contains(named.getName());
      default -> true;
    };
  }

  private static Definition<?> withoutFederation(Definition<?> definition) {
    return switch (definition) {
      case ObjectTypeDefinition type when type.getName().equals("Query") ->
          type.transform(builder -> builder.fieldDefinitions(ownFields(type)));
      // "extend schema" runs as a schema that names its root types.
      case SchemaDefinition schema ->
          schema.transform(builder -> builder.operationTypeDefinitions(List.of()));
      default -> definition;
    };
  }

  private static List<FieldDefinition> ownFields(ObjectTypeDefinition query) {
    return query.getFieldDefinitions().stream()
        .filter(field -> !field.getName().startsWith("_"))
        .toList();
  }
}
