package dev.lapak.orders.fulfilment;

import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who carries the goods and where they can be followed, as the seller says. */
public record Parcel(String carrier, String trackingNumber, @Nullable String trackingUrl) {

  private static final int MAX_TEXT = 100;
  private static final int MAX_URL = 2_000;
  private static final Set<String> SCHEMES = Set.of("https", "http");

  /** As it is kept, or what is wrong with it. */
  Outcome<Parcel, FulfilmentError> checked() {
    Parcel plain =
        new Parcel(
            Plain.line(carrier),
            Plain.line(trackingNumber),
            trackingUrl == null || trackingUrl.isBlank() ? null : trackingUrl.strip());
    List<FulfilmentError> errors = new ArrayList<>();
    if (!Length.isWithin(plain.carrier, 1, MAX_TEXT)) {
      errors.add(FulfilmentError.CARRIER);
    }
    if (!Length.isWithin(plain.trackingNumber, 1, MAX_TEXT)) {
      errors.add(FulfilmentError.TRACKING_NUMBER);
    }
    if (plain.trackingUrl != null && !isUrl(plain.trackingUrl)) {
      errors.add(FulfilmentError.TRACKING_URL);
    }
    return errors.isEmpty() ? Outcome.done(plain) : Outcome.refused(errors);
  }

  /** Pages make it a link: nothing that a browser would run. */
  private static boolean isUrl(String text) {
    if (text.length() > MAX_URL) {
      return false;
    }
    try {
      URI url = new URI(text);
      return url.getHost() != null
          && url.getUserInfo() == null
          && SCHEMES.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
