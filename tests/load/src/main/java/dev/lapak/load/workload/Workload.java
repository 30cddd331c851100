package dev.lapak.load.workload;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One kind of request, again and again, each with other data.
 *
 * @param name what is asked for, such as {@code list of 20 with stock}
 * @param target who is asked
 * @param headers a request's headers
 * @param body a request's body, JSON
 * @param expected what an answer must have
 */
public record Workload(
    String name,
    Target target,
    Supplier<Map<String, String>> headers,
    Supplier<byte[]> body,
    Expectation expected) {}
