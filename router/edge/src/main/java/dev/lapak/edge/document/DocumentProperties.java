package dev.lapak.edge.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which documents are read.
 *
 * @param depth how many fields deep an operation may be, counted through its fragments
 * @param characters how long a document may be
 * @param tokens how many names, values and punctuators it may have
 * @param remembered about how much memory may be spent on what was learned
 */
@ConfigurationProperties("lapak.edge.document")
record DocumentProperties(
    @DefaultValue("20") int depth,
    @DefaultValue("1000000") int characters,
    @DefaultValue("15000") int tokens,
    @DefaultValue("16MB") DataSize remembered) {

  DocumentProperties {
    if (depth < 1 || characters < 1 || tokens < 1) {
      throw new IllegalArgumentException("lapak.edge.document: limits must be at least 1");
    }
  }
}
