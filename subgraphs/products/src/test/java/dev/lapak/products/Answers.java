package dev.lapak.products;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.graphql.test.tester.GraphQlTester;

/** What is to be in answers that say no. */
public final class Answers {

  private Answers() {}

  /** One typed error, about that field of the input, and nothing else. */
  public static void expectError(
      GraphQlTester.Response response, String mutation, String code, String... path) {
    response
        .path(mutation + (mutation.endsWith("Category") ? ".category" : ".product"))
        .valueIsNull()
        .path(mutation + ".errors[*].code")
        .entityList(String.class)
        .containsExactly(code)
        .path(mutation + ".errors[0].path")
        .entityList(String.class)
        .containsExactly(path)
        .path(mutation + ".errors[0].message")
        .entity(String.class)
        .satisfies(message -> assertThat(message).isNotBlank());
  }

  /** Request errors of that code only. */
  public static void expectRequestError(GraphQlTester.Response response, String code) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        error -> assertThat(error.getExtensions()).containsEntry("code", code)));
  }
}
