package dev.lapak.platform.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** By which a file is known again. */
public final class Sha256 {

  private Sha256() {}

  public static byte[] of(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every JVM has it.
    }
  }
}
