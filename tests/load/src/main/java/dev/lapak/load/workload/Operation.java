package dev.lapak.load.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.json.JsonMapper;

/** A GraphQL operation as it is sent: always the same text, each time with other variables. */
final class Operation {

  private final String head;

  Operation(String document) {
    String text = document.strip().replaceAll("\\s+", " ");
    head = "{\"query\":" + JsonMapper.shared().writeValueAsString(text) + ",\"variables\":";
  }

  /**
   * @param variables a JSON object
   */
  byte[] with(String variables) {
    return (head + variables + "}").getBytes(UTF_8);
  }
}
