package dev.lapak.local.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.client.ClientGraphQlResponse;

/**
 * What the endpoint answered. Paths are below {@code data}, such as {@code checkout.purchase.id}.
 */
public record Answer(ClientGraphQlResponse response) {

  public <T> @Nullable T find(String path) {
    return response.field(path).getValue();
  }

  /** What has to be there. */
  public <T> T get(String path) {
    T value = find(path);
    if (value == null) {
      throw new UnexpectedAnswer("nothing at %s in %s".formatted(path, response.toMap()));
    }
    return value;
  }

  /** What has to be there, each as a record. */
  public <T> List<T> list(String path, Class<T> type) {
    return response.field(path).toEntityList(type);
  }

  /** The typed errors in a mutation's payload. */
  public List<Failure> failures(String mutation) {
    return list(mutation + ".errors", Failure.class);
  }

  /** The codes of the request errors. */
  public List<String> requestErrors() {
    return response.getErrors().stream().map(Answer::code).toList();
  }

  private static String code(ResponseError error) {
    return String.valueOf(error.getExtensions().get("code"));
  }
}
