package dev.lapak.orders.checkout;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes the numbers that people read out and type: such as {@code K7QF-3M2P}. */
@Component
public final class OrderNumbers {

  /** Without what looks or sounds like something else: I, L, O, U, 0, 1. */
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;

  private final SecureRandom random = new SecureRandom();

  /** One of 6.5 × 10¹¹; whoever stores it checks that it is new. */
  public String next() {
    StringBuilder number = new StringBuilder(LENGTH + 1);
    long left = random.nextLong();
    for (int i = 0; i < LENGTH; i++) {
      number.append(ALPHABET.charAt((int) Long.remainderUnsigned(left, ALPHABET.length())));
      left = Long.divideUnsigned(left, ALPHABET.length());
    }
    return number.insert(LENGTH / 2, '-').toString();
  }

  /** For a transfer: banks may drop what is neither letter nor digit. */
  public static String reference(String number) {
    return "LAPAK" + number.replace("-", "");
  }
}
