package dev.lapak.platform.text;

import java.util.Set;

/** What people wrote, without what no page could show. */
public final class Plain {

  /**
   * Letters and symbols to Unicode that show nothing all the same: Hangul's fillers (the letters
   * with Other_Default_Ignorable_Code_Point in Unicode's PropList.txt), and signs whose picture is
   * blank, such as Braille's without dots.
   */
  private static final Set<Integer> BLANK =
      Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x13441, 0x13442, 0x1D159);

  private Plain() {}

  /**
   * One line: without blanks around it, with a blank for each control character and end of a line,
   * and without what could change the direction of the text after it or is no character at all.
   * Empty where there is nothing to see. (Not for U+0000: whoever sends that is told so.)
   */
  public static String line(String raw) {
    String line =
        raw.codePoints()
            .filter(character -> !isNone(character) && !turns(character))
            .map(character -> endsLine(character) ? ' ' : character)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return line.codePoints().anyMatch(Plain::isSeen) ? line : "";
  }

  /** Half a character, or what Unicode will never make one. */
  private static boolean isNone(int character) {
    return Character.getType(character) == Character.SURROGATE
        || (character & 0xFFFE) == 0xFFFE
        || (character >= 0xFDD0 && character <= 0xFDEF);
  }

  /** Not marks such as U+200E, which Arabic and Hebrew need: they reach no farther than a word. */
  private static boolean turns(int character) {
    return switch (Character.getDirectionality(character)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> false;
    };
  }

  private static boolean endsLine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != 0;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /** A letter, number or sign; marks, joiners and selectors belong to one. */
  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == 0;
      case Character.FORMAT,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> !BLANK.contains(character);
    };
  }
}
