package dev.lapak.platform.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What blocks for a moment at most, and nobody else can help. */
public final class AllowedReads implements BlockHoundIntegration {

  @Override
  public void applyTo(BlockHound.Builder builder) {
    builder
        // Once from the class path, whichever thread comes first.
        .allowBlockingCallsInside("java.util.ResourceBundle", "getBundle")
        // From /dev/urandom, which always has an answer.
        .allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully")
        // Netty's own buffers, which its threads share.
        .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
        // Around a queue of graphql-java's, for the events of one subscription.
        .allowBlockingCallsInside("graphql.util.LockKit$ReentrantLock", "runLocked")
        // Once per type: how Jackson reads it.
        .allowBlockingCallsInside(
            "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
  }
}
