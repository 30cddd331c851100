package dev.lapak.edge.page;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What browsers get.
 *
 * @param directory where the built pages are; they may be missing
 * @param origins pages of other hosts that may call the API, such as {@code https://shop.example}
 */
@ConfigurationProperties("lapak.edge.page")
record PageProperties(Path directory, @DefaultValue List<String> origins) {

  PageProperties {
    directory = directory.toAbsolutePath().normalize();
    origins = List.copyOf(origins);
  }
}
