package dev.lapak.users.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** A phone number in E.164, such as {@code +6281234567890}. */
public record Phone(String text) {

  /** E.164's, written generously. */
  private static final int MAX_LENGTH = 40;

  /** No country's: whose a number is must be said in it. */
  private static final String NOWHERE = "ZZ";

  /**
   * Empty where no such number can be dialled from abroad. The first one of a country reads that
   * country's plan from a file: not for an event loop.
   */
  public static Optional<Phone> parse(String text) {
    // Letters would be digits of a vanity number, an extension or a URI.
    if (text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = phones.parse(text, NOWHERE);
      return phones.isValidNumber(number) && !number.hasExtension()
          ? Optional.of(new Phone(phones.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
