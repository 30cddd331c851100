package dev.lapak.edge.socket;

import static dev.lapak.platform.error.RequestErrorCode.FORBIDDEN;

import dev.lapak.edge.error.RefusedException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Which pages may open sockets: this host's own and those that are named. */
final class Origins {

  private final Set<String> allowed;

  Origins(Set<String> allowed) {
    this.allowed = allowed;
  }

  /**
   * @throws RefusedException if a page of another host asks
   */
  void require(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    String origin = headers.getOrigin();
    if (origin != null
        && !allowed.contains(origin)
        && !isSame(origin, headers.getFirst(HttpHeaders.HOST))) {
      throw RefusedException.of(FORBIDDEN, "Pages of this origin may not open sockets here.");
    }
  }

  private static boolean isSame(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
