package dev.lapak.platform.error;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every failure a code. */
@Configuration(proxyBeanMethods = false)
public class ErrorConfiguration {

  @Bean
  WebErrors webErrors() {
    return new WebErrors();
  }
}
