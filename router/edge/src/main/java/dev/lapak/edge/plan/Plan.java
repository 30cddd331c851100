package dev.lapak.edge.plan;

import java.util.Map;

/**
 * How a subscription is served.
 *
 * @param subgraph where it is opened
 * @param query what is asked there
 * @param gaps what each event still lacks, by the names in its data; empty where it lacks nothing
 * @param hollow whether its answers have something in them that was asked for in vain
 */
public record Plan(String subgraph, Query query, Map<String, Gap> gaps, boolean hollow) {

  public Plan {
    gaps = Map.copyOf(gaps);
  }
}
