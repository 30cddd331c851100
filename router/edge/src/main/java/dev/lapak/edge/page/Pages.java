package dev.lapak.edge.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Finds the file that a path stands for. */
final class Pages {

  /** Names without anything special; no segment is or begins with a dot. */
  private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

  private static final Map<String, String> NAMED =
      Map.of("/", "index.html", "/graphiql", "graphiql.html");

  /** Their names carry a hash of their content. */
  private static final String HASHED = "assets";

  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Path directory;

  Pages(Path directory) {
    this.directory = directory;
  }

  boolean areBuilt() {
    return Files.isRegularFile(directory.resolve("index.html"));
  }

  /**
   * The file; for a path without extension that is none, the start page, which knows more paths.
   */
  Mono<Resource> find(ServerRequest request) {
    String path = request.requestPath().pathWithinApplication().value();
    if (!SAFE.matcher(path).matches()) {
      return Mono.empty();
    }
    Path file = directory.resolve(NAMED.getOrDefault(path, path.substring(1)));
    if (Files.isRegularFile(file)) {
      return Mono.just(new FileSystemResource(file));
    }
    return path.indexOf('.') < 0 && areBuilt()
        ? Mono.just(new FileSystemResource(directory.resolve("index.html")))
        : Mono.empty();
  }

  void describe(Resource file, HttpHeaders headers) {
    try {
      Path path = directory.relativize(file.getFile().toPath());
      headers.setCacheControl(path.startsWith(HASHED) ? FOREVER : CacheControl.noCache());
      headers.setLastModified(file.lastModified());
    } catch (IOException e) {
      headers.setCacheControl(CacheControl.noStore());
    }
    if (String.valueOf(file.getFilename()).endsWith(".html")) {
      headers.set(SecurityHeaders.POLICY, SecurityHeaders.PAGE_POLICY);
    }
  }
}
