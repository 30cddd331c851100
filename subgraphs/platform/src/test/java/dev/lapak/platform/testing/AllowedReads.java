package dev.lapak.platform.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What the JDK reads once from the class path, whichever thread comes first. */
public final class AllowedReads implements BlockHoundIntegration {

  @Override
  public void applyTo(BlockHound.Builder builder) {
    builder.allowBlockingCallsInside("java.util.ResourceBundle", "getBundle");
  }
}
