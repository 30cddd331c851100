package dev.lapak.inventory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is looked for in answers. */
public final class Answers {

  private Answers() {}

  /** The codes of a payload's errors. */
  public static List<String> codes(Response response, String mutation) {
    return response.path(mutation + ".errors[*].code").entityList(String.class).get();
  }

  /** The data as a tree, whether there were errors or not. */
  public static JsonNode data(Response response) {
    Map<String, Object> all = response.returnResponse().toMap();
    return JsonMapper.shared().<JsonNode>valueToTree(all).path("data");
  }

  /** The codes of the request's errors. */
  public static List<Object> requestErrors(Response response) {
    return response.returnResponse().getErrors().stream()
        .map(ResponseError::getExtensions)
        .map(extensions -> extensions.get("code"))
        .toList();
  }

  /** Fails unless the payload has this error alone, at that path. */
  public static void assertError(Response response, String mutation, String code, String... path) {
    response
        .path(mutation + ".errors")
        .entityList(Map.class)
        .satisfies(
            errors -> {
              assertThat(errors).hasSize(1);
              assertThat(errors.getFirst().get("code")).isEqualTo(code);
              assertThat(errors.getFirst().get("path")).isEqualTo(List.of(path));
              assertThat(errors.getFirst().get("message")).asString().isNotBlank();
            });
  }
}
