package dev.lapak.orders.payment.midtrans;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Midtrans.
 *
 * @param serverKey proves who we are, and that a notification comes from Midtrans; without it
 *     nothing is paid there
 * @param snapUrl where payments begin
 * @param apiUrl where their status is
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("lapak.midtrans")
record MidtransProperties(
    @Nullable String serverKey,
    @DefaultValue("https://app.sandbox.midtrans.com") URI snapUrl,
    @DefaultValue("https://api.sandbox.midtrans.com") URI apiUrl,
    @DefaultValue("10s") Duration timeout) {

  /** The key; empty where there is none. */
  String key() {
    return serverKey == null ? "" : serverKey.strip();
  }

  boolean isOn() {
    return !key().isEmpty();
  }
}
