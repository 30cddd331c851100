package dev.lapak.platform.error;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every failure a code. */
@Configuration(proxyBeanMethods = false)
public class ErrorConfiguration {

  @Bean
  HangUps hangUps() {
    return new HangUps();
  }

  @Bean
  WebErrors webErrors() {
    return new WebErrors();
  }
}
