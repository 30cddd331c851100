package dev.lapak.platform;

import dev.lapak.platform.caller.CallerConfiguration;
import dev.lapak.platform.error.ErrorConfiguration;
import dev.lapak.platform.file.FileConfiguration;
import dev.lapak.platform.graphql.GraphQlConfiguration;
import dev.lapak.platform.remote.RemoteConfiguration;
import dev.lapak.platform.trace.TraceConfiguration;
import dev.lapak.platform.viewer.ViewerConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Makes a Spring Boot application a subgraph. */
@AutoConfiguration(before = GraphQlAutoConfiguration.class)
@Import({
  TraceConfiguration.class,
  ErrorConfiguration.class,
  CallerConfiguration.class,
  ViewerConfiguration.class,
  FileConfiguration.class,
  GraphQlConfiguration.class,
  RemoteConfiguration.class
})
public class PlatformAutoConfiguration {}
