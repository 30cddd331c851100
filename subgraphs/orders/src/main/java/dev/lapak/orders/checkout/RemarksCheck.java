package dev.lapak.orders.checkout;

import static dev.lapak.orders.checkout.CheckoutErrorCode.CONTACT_INVALID;
import static dev.lapak.orders.checkout.CheckoutErrorCode.METADATA_INVALID;
import static dev.lapak.orders.checkout.CheckoutErrorCode.NOTE_LENGTH;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.orders.order.Contact;
import dev.lapak.orders.order.Remarks;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of what a buyer tells the sellers. */
final class RemarksCheck {

  private static final int MAX_NAME = 100;
  private static final int MAX_EMAIL = 254;
  private static final int MAX_NOTE = 500;
  private static final int MAX_METADATA_BYTES = 4_096;
  private static final int MAX_METADATA_DEPTH = 32;

  /** Written out: PostgreSQL keeps a number so, and {@code 1e131071} would be 128 KB of it. */
  private static final int MAX_DIGITS = 40;

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s\\p{Cntrl}@]{1,64}@[^\\s\\p{Cntrl}@.]+(\\.[^\\s\\p{Cntrl}@.]+)+");

  /** What people write between digits. */
  private static final Pattern SEPARATORS = Pattern.compile("[ ().\\-/\\u00A0]");

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** In JSON, after any number of backslashes that are meant. */
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

  /** The same text for the same object, so that a retry is known as one. */
  private static final JsonMapper CANONICAL =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(MAX_METADATA_DEPTH).build())
                  .build())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final List<CheckoutError> errors;

  private RemarksCheck(List<CheckoutError> errors) {
    this.errors = errors;
  }

  /** Adds what is wrong to the errors. */
  static Remarks check(CheckoutInput input, List<CheckoutError> errors) {
    if (input.contact() == null && input.note() == null && input.metadata() == null) {
      return Remarks.NONE;
    }
    RemarksCheck check = new RemarksCheck(errors);
    return new Remarks(
        input.contact() == null ? null : check.contact(input.contact()),
        check.note(input.note()),
        input.metadata() == null ? null : check.metadata(input.metadata()));
  }

  private @Nullable Contact contact(CheckoutInput.ContactInput input) {
    String name = input.name() == null ? null : Plain.line(storable(input.name()));
    String email = input.email() == null ? null : storable(input.email()).strip();
    String phone =
        input.phone() == null
            ? null
            : SEPARATORS.matcher(storable(input.phone()).strip()).replaceAll("");
    int before = errors.size();
    if (name != null && !Length.isWithin(name, 1, MAX_NAME)) {
      errors.add(invalid("A name has 1 to 100 characters.", "name"));
    }
    if (email != null && (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches())) {
      errors.add(invalid("This is not an e-mail address.", "email"));
    }
    if (phone != null && !E164.matcher(phone).matches()) {
      errors.add(invalid("This is not a phone number with its country's code.", "phone"));
    }
    if (Stream.of(name, email, phone).allMatch(Objects::isNull)) {
      errors.add(
          CheckoutError.of(CONTACT_INVALID, "A contact has a name, address or number.", "contact"));
    }
    return errors.size() == before ? new Contact(name, email, phone) : null;
  }

  private @Nullable String note(@Nullable String raw) {
    if (raw == null || Plain.line(storable(raw)).isEmpty()) {
      return null;
    }
    String note = raw.strip();
    if (Length.of(note) > MAX_NOTE) {
      errors.add(CheckoutError.of(NOTE_LENGTH, "A note has at most 500 characters.", "note"));
    }
    return note;
  }

  private @Nullable String metadata(Object object) {
    if (object instanceof Map<?, ?>) {
      try {
        String json = CANONICAL.writeValueAsString(object);
        if (json.getBytes(UTF_8).length <= MAX_METADATA_BYTES && hasShortNumbers(object)) {
          return storableJson(json);
        }
      } catch (JacksonException e) {
        // Deeper than anybody could read it back.
      }
    }
    errors.add(
        CheckoutError.of(
            METADATA_INVALID,
            "Metadata is an object of at most 4,096 bytes and 32 levels, with numbers of at most 40"
                + " digits.",
            "metadata"));
    return null;
  }

  private static boolean hasShortNumbers(@Nullable Object json) {
    return switch (json) {
      case Map<?, ?> object -> object.values().stream().allMatch(RemarksCheck::hasShortNumbers);
      case Collection<?> array -> array.stream().allMatch(RemarksCheck::hasShortNumbers);
      case Double number ->
          Double.isFinite(number)
              && digits(BigDecimal.valueOf(number).stripTrailingZeros()) <= MAX_DIGITS;
      case Number number -> digits(new BigDecimal(number.toString())) <= MAX_DIGITS;
      case null, default -> true;
    };
  }

  private static long digits(BigDecimal number) {
    long fraction = Math.max(0, number.scale());
    return Math.max(1, (long) number.precision() - number.scale()) + fraction;
  }

  private static CheckoutError invalid(String message, String field) {
    return CheckoutError.of(CONTACT_INVALID, message, "contact", field);
  }

  /** PostgreSQL would refuse it when the stock is reserved already. */
  private static String storable(String text) {
    return require(text, text.indexOf('\0') < 0);
  }

  private static String storableJson(String json) {
    return require(json, !ESCAPED_NUL.matcher(json).find());
  }

  private static String require(String text, boolean storable) {
    if (!storable) {
      throw RequestException.badUserInput("A text holds U+0000, which can't be stored.");
    }
    return text;
  }
}
