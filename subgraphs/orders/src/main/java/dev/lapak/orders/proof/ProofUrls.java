package dev.lapak.orders.proof;

import dev.lapak.platform.file.FileSecret;
import dev.lapak.platform.file.SignedUrls;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Where the files of proofs are sent and read. */
@Component
@EnableConfigurationProperties(ProofProperties.class)
public final class ProofUrls {

  private final SignedUrls signed;
  private final Duration readWithin;

  ProofUrls(ProofProperties properties, Clock clock) {
    this.signed =
        new SignedUrls("/files/proofs/", FileSecret.of("orders", properties.fileSecret()), clock);
    this.readWithin = properties.readWithin();
  }

  /** Where to read the file from now on, for a while. */
  public String toRead(ProofFile file) {
    return signed.toRead(file.id(), readWithin);
  }

  public SignedUrls signed() {
    return signed;
  }
}
