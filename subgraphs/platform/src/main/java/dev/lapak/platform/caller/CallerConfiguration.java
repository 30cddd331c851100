package dev.lapak.platform.caller;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checks who calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallerProperties.class)
public class CallerConfiguration {

  @Bean
  CallerFilter callerFilter(CallerProperties properties) {
    return new CallerFilter(properties);
  }
}
