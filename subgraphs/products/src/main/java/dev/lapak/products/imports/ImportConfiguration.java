package dev.lapak.products.imports;

import dev.lapak.platform.background.Loop;
import dev.lapak.platform.file.FileSecret;
import dev.lapak.platform.file.SignedUrls;
import dev.lapak.products.category.Categories;
import dev.lapak.products.product.ProductBatch;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

  /** For what another instance was asked to start, and then died. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final Duration RARELY = Duration.ofMinutes(1);
  private static final Duration GLANCE = Duration.ofMillis(500);

  @Bean
  ImportWork importWork(
      Workbench workbench,
      ProductBatch products,
      Categories categories,
      TransactionalOperator transaction,
      ImportProperties properties) {
    return new ImportWork(workbench, products, categories, transaction, properties.batch());
  }

  @Bean
  Loop importLoop(ImportWork work) {
    return Loop.of("Importing", () -> work.step().map(busy -> busy ? Duration.ZERO : SOON));
  }

  @Bean
  Importing importing(
      Imports imports,
      FileSecret secret,
      @Qualifier("importLoop") Loop loop,
      ImportProperties properties,
      Clock clock) {
    return new Importing(
        imports, new SignedUrls("/files/imports/", secret, clock), loop, properties, clock);
  }

  @Bean
  ImportUploads importUploads(ImportPieces pieces, ImportProperties properties) {
    return new ImportUploads(pieces, properties);
  }

  @Bean
  LiveImports liveImports(Imports imports, Clock clock) {
    return new LiveImports(imports, GLANCE, clock);
  }

  /** Files take room: a few pieces at a time, since no transaction may take long. */
  @Bean
  Loop importHousekeeping(Imports imports, ImportPieces pieces, ImportProperties properties) {
    return Loop.of(
        "Housekeeping of imports",
        () ->
            imports
                .tidy(properties.keepWaiting(), properties.keepEnded())
                .then(pieces.deleteSome())
                .map(deleted -> deleted == 0 ? RARELY : Duration.ofMillis(50)));
  }
}
