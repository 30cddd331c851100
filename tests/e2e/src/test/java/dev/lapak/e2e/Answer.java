package dev.lapak.e2e;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import java.util.List;

/** What the door answered. */
record Answer(int status, String body) {

  /** The value at a path below {@code data}, such as {@code checkout.purchase.id}. */
  <T> T get(String path) {
    try {
      return json().read("$.data." + path);
    } catch (PathNotFoundException e) {
      throw new AssertionError("nothing at " + path + " in " + status + " " + body, e);
    }
  }

  /** The codes of the typed errors below {@code data.<field>.errors}. */
  List<String> failures(String field) {
    return get(field + ".errors[*].code");
  }

  /** The code of the only request error. */
  String requestError() {
    List<String> codes = json().read("$.errors[*].extensions.code");
    if (codes.size() != 1) {
      throw new AssertionError("not one request error in " + status + " " + body);
    }
    return codes.getFirst();
  }

  boolean hasRequestErrors() {
    return body.contains("\"errors\":[{\"message\"") && json().read("$['errors']") != null;
  }

  DocumentContext json() {
    return JsonPath.parse(body);
  }
}
