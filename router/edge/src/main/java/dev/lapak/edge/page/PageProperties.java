package dev.lapak.edge.page;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What browsers get.
 *
 * @param directory where the built pages are; they may be missing
 * @param routes the paths that the pages' own router knows, as {@code web/src/App.tsx} lists them
 * @param origins pages of other hosts that may call the API, such as {@code https://shop.example}
 */
@ConfigurationProperties("lapak.edge.page")
record PageProperties(Path directory, List<String> routes, @DefaultValue List<String> origins) {

  PageProperties {
    directory = directory.toAbsolutePath().normalize();
    routes = List.copyOf(routes);
    origins = List.copyOf(origins);
  }
}
