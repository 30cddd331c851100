package dev.lapak.orders.proof.s3;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept, if not in PostgreSQL.
 *
 * @param bucket which is there already, and nobody else's; without one files are kept in PostgreSQL
 * @param endpoint empty for Amazon's own
 * @param accessKey empty where the surroundings say who asks, as on Amazon's machines
 * @param pathStyle whether the bucket is named in the path, as most but Amazon want it
 * @param timeout how long one call may take
 */
@ConfigurationProperties("lapak.orders.s3")
record S3Properties(
    @DefaultValue("") String bucket,
    @DefaultValue("") String endpoint,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("true") boolean pathStyle,
    @DefaultValue("30s") Duration timeout) {

  @Override
  public String toString() {
    return "S3Properties[" + bucket + " at " + endpoint + "]"; // never the key
  }
}
