package dev.lapak.products.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files of products are taken.
 *
 * @param maxSize the largest file taken; at most 2,000,000,000 bytes
 * @param uploadWithin how long an address takes a file
 * @param uploadTimeout how long a file may take to come
 * @param maxUploads how many files are taken at once; each holds a few pieces in memory
 * @param batch how many rows are written in one transaction
 * @param keepWaiting how long after it was asked for an import is kept that is not started
 * @param keepEnded how long an import is kept that is over
 */
@ConfigurationProperties("lapak.products.import")
record ImportProperties(
    @DefaultValue("1GB") DataSize maxSize,
    @DefaultValue("1h") Duration uploadWithin,
    @DefaultValue("2h") Duration uploadTimeout,
    @DefaultValue("64") int maxUploads,
    @DefaultValue("500") int batch,
    @DefaultValue("24h") Duration keepWaiting,
    @DefaultValue("90d") Duration keepEnded) {

  private static final long MAX = 2_000_000_000;

  ImportProperties {
    if (maxSize.toBytes() > MAX) {
      throw new IllegalArgumentException(
          "lapak.products.import.max-size is larger than 2,000,000,000");
    }
  }

  int maxBytes() {
    return (int) maxSize.toBytes();
  }
}
