package dev.lapak.edge.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** Finds the file that a path stands for. */
final class Pages {

  /** Names without anything special; no segment is or begins with a dot. */
  private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

  private static final String START = "index.html";

  /** Their names carry a hash of their content. */
  private static final String HASHED = "assets";

  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Path directory;
  private final List<PathPattern> routes;

  /**
   * @param routes the paths that the start page knows
   */
  Pages(Path directory, List<PathPattern> routes) {
    this.directory = directory;
    this.routes = routes;
  }

  /** The file; for a path that the start page knows, that page. */
  Mono<Resource> find(ServerRequest request) {
    String path = request.requestPath().pathWithinApplication().value();
    if (!SAFE.matcher(path).matches()) {
      return Mono.empty();
    }
    Path file = directory.resolve(name(path));
    return Files.isRegularFile(file) ? Mono.just(new FileSystemResource(file)) : Mono.empty();
  }

  private String name(String path) {
    String page =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    PathContainer parsed = PathContainer.parsePath(page);
    if (routes.stream().anyMatch(route -> route.matches(parsed))) {
      return START;
    }
    return page.equals("/graphiql") ? "graphiql.html" : path.substring(1);
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
