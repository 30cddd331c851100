package dev.lapak.products;

import dev.lapak.platform.file.FileSecret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What images and imports share. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {

  @Bean
  FileSecret fileSecret(@Value("${lapak.products.file-secret}") String secret) {
    return FileSecret.of("products", secret);
  }
}
