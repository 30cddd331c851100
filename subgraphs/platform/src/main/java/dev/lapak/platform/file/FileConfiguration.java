package dev.lapak.platform.file;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the subgraphs that have files. */
@Configuration(proxyBeanMethods = false)
public class FileConfiguration {

  @Bean
  UploadRefusals uploadRefusals() {
    return new UploadRefusals();
  }
}
