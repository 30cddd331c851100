package dev.lapak.platform.viewer;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How access tokens are verified.
 *
 * @param jwksUrl where the public keys are; read when the first token comes, so the order of starts
 *     does not matter
 * @param issuer what {@code iss} must say
 */
@ConfigurationProperties("lapak.token")
public record TokenProperties(URI jwksUrl, String issuer) {}
