package dev.lapak.products.image;

import dev.lapak.platform.background.Loop;
import dev.lapak.platform.file.FileSecret;
import dev.lapak.platform.file.SignedUrls;
import dev.lapak.platform.image.Rendering;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageProperties.class)
class ImageConfiguration {

  private static final int WAITING = 24;
  private static final Duration RARELY = Duration.ofMinutes(10);

  @Bean
  Rendering rendering(ImageProperties properties) {
    return new Rendering(properties.atOnce(), WAITING);
  }

  @Bean
  ImageUploads imageUploads(
      Images images,
      FileSecret secret,
      Rendering rendering,
      ImageProperties properties,
      Clock clock) {
    return new ImageUploads(
        images, new SignedUrls("/files/images/", secret, clock), rendering, properties, clock);
  }

  /** Deletes pictures that were never added to a product. */
  @Bean
  Loop imageHousekeeping(Images images, ImageProperties properties) {
    return Loop.of(
        "Housekeeping of images",
        () -> images.deleteUnused(properties.keepUnused()).thenReturn(RARELY));
  }
}
