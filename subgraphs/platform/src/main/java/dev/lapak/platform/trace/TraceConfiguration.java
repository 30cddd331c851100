package dev.lapak.platform.trace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows requests. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

  @Bean
  TraceFilter traceFilter() {
    return new TraceFilter();
  }
}
