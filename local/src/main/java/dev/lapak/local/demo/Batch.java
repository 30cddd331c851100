package dev.lapak.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One mutation that does the same several times, as {@code m0}, {@code m1}… */
public record Batch(String document, Map<String, Object> variables) {

  /**
   * @param mutation how each is asked for; its input is {@code $input}
   * @param type of the input
   */
  public static Batch of(String mutation, String type, List<?> inputs) {
    Map<String, Object> variables = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      variables.put("input" + i, inputs.get(i));
    }
    String document =
        "mutation (%s) {\n%s\n}"
            .formatted(
                lines(inputs.size(), i -> "$input%d: %s".formatted(i, type)),
                lines(
                    inputs.size(),
                    i -> alias(i) + ": " + mutation.replace("$input", "$input" + i)));
    return new Batch(document, variables);
  }

  public static String alias(int index) {
    return "m" + index;
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }
}
