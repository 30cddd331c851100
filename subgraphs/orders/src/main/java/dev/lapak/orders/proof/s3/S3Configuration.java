package dev.lapak.orders.proof.s3;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${lapak.orders.s3.bucket:}'.isBlank()")
@EnableConfigurationProperties(S3Properties.class)
class S3Configuration {

  @Bean
  S3AsyncClient s3(S3Properties properties) {
    S3AsyncClientBuilder builder =
        S3AsyncClient.builder()
            .region(Region.of(properties.region()))
            .forcePathStyle(properties.pathStyle())
            // Amazon's newer checksums are not everybody's.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(settings -> settings.apiCallTimeout(properties.timeout()));
    if (!properties.endpoint().isBlank()) {
      builder.endpointOverride(URI.create(properties.endpoint()));
    }
    if (!properties.accessKey().isBlank()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())));
    }
    return builder.build();
  }

  @Bean
  S3Objects s3Objects(S3AsyncClient s3, S3Properties properties) {
    return new S3Objects(s3, properties.bucket());
  }
}
