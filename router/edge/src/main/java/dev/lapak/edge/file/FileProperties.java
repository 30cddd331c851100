package dev.lapak.edge.file;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What passes under {@code /files}.
 *
 * @param kinds what there is under {@code /files/<kind>/}
 * @param timeout how long nothing may move
 */
@ConfigurationProperties("lapak.edge.file")
record FileProperties(Map<String, Kind> kinds, @DefaultValue("30s") Duration timeout) {

  FileProperties {
    kinds = Map.copyOf(kinds);
  }

  /**
   * Files of one kind.
   *
   * @param subgraph whose files they are
   * @param maxSize how large a file may be; a little more than its subgraph takes, which says it
   *     better
   */
  record Kind(String subgraph, @DefaultValue("12MB") DataSize maxSize) {}
}
