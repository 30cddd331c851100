package dev.lapak.orders.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jspecify.annotations.Nullable;

/** A bucket of a server that speaks S3 and asks for signatures; its content outlives a stop. */
public final class Bucket implements AutoCloseable {

  private static final String NAME = "lapak-test";
  private static final String KEY = "test-key";
  private static final String SECRET = "test-secret";

  private final int port = freePort();
  private final BlobStoreContext context =
      ContextBuilder.newBuilder(new TransientApiMetadata())
          .credentials("identity", "credential")
          .overrides(new Properties())
          .build(BlobStoreContext.class);
  private @Nullable S3Proxy server;

  public Bucket() {
    blobs().createContainerInLocation(null, NAME);
    start();
  }

  /** As orders is told of it. */
  public Map<String, String> properties() {
    return Map.of(
        "lapak.orders.s3.bucket", NAME,
        "lapak.orders.s3.endpoint", url().toString(),
        "lapak.orders.s3.access-key", KEY,
        "lapak.orders.s3.secret-key", SECRET,
        "lapak.orders.s3.timeout", "3s");
  }

  /** If it has stopped. */
  public void start() {
    if (server == null) {
      server =
          S3Proxy.builder()
              .blobStore(blobs())
              .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
              .endpoint(url())
              .build();
      try {
        server.start();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public void stop() {
    if (server != null) {
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      server = null;
    }
  }

  public List<String> names() {
    return blobs()
        .list(NAME, org.jclouds.blobstore.options.ListContainerOptions.Builder.recursive())
        .stream()
        .map(blob -> blob.getName())
        .toList();
  }

  public byte[] read(String name) {
    try (var content = blobs().getBlob(NAME, name).getPayload().openStream()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String name, byte[] bytes) {
    blobs()
        .putBlob(
            NAME, blobs().blobBuilder(name).payload(bytes).contentLength(bytes.length).build());
  }

  @Override
  public void close() {
    stop();
    context.close();
  }

  private BlobStore blobs() {
    return context.getBlobStore();
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
