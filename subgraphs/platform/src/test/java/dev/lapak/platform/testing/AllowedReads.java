package dev.lapak.platform.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Reads of the JDK that never wait for anybody. */
public final class AllowedReads implements BlockHoundIntegration {

  @Override
  public void applyTo(BlockHound.Builder builder) {
    builder
        // Once from the class path, whichever thread comes first.
        .allowBlockingCallsInside("java.util.ResourceBundle", "getBundle")
        // From /dev/urandom, which always has an answer.
        .allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
  }
}
