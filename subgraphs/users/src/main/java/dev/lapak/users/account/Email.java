package dev.lapak.users.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in lower case. */
public record Email(String text) {

  private static final int MAX_LENGTH = 254;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("(?=.{1,64}@)%s(\\.%s)*@%s(\\.%s)+".formatted(ATOM, ATOM, LABEL, LABEL));

  /** Empty where it can't be an address: quoted or foreign-script ones are not taken either. */
  public static Optional<Email> parse(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    return address.length() <= MAX_LENGTH && FORM.matcher(address).matches()
        ? Optional.of(new Email(address))
        : Optional.empty();
  }
}
