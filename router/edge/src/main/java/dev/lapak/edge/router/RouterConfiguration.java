package dev.lapak.edge.router;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/** Makes the router's client. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouterProperties.class)
class RouterConfiguration {

  @Bean
  Router router(HttpClient client, RouterProperties properties) {
    return new Router(client, properties);
  }
}
