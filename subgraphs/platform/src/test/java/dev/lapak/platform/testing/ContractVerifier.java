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
import graphql.language.ScalarTypeDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** Compares what a running subgraph says of itself with the contract that it was built from. */
public final class ContractVerifier {

  private static final String SDL = "{ _service { sdl } }";

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
    assertThat(normalise(running)).isEqualTo(normalise(contract(name)));
  }

  private static String contract(String name) {
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
    return AstPrinter.printAst(
        new AstSorter().sort(document.transform(builder -> builder.definitions(List.copyOf(own)))));
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
      // A scalar is described by its library when it runs.
      case ScalarTypeDefinition scalar -> scalar.transform(builder -> builder.description(null));
      default -> definition;
    };
  }

  private static List<FieldDefinition> ownFields(ObjectTypeDefinition query) {
    return query.getFieldDefinitions().stream()
        .filter(field -> !field.getName().startsWith("_"))
        .toList();
  }
}
