package dev.lapak.edge.plan;

import java.util.Map;

/**
 * How a subscription is served.
 *
 * @param subgraph where it is opened
 * @param query what is asked there
 * @param gaps what each event still lacks, by the names in its data; empty where it lacks nothing
 */
public record Plan(String subgraph, Query query, Map<String, Gap> gaps) {

  public Plan {
    gaps = Map.copyOf(gaps);
  }
}
