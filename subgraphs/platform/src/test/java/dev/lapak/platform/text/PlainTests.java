package dev.lapak.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTests {

  @Test
  void a_line_has_no_blanks_around_it_and_no_control_characters() {
    assertThat(Plain.line("\t Warung\nSari\u001f🛒 ")).isEqualTo("Warung Sari 🛒");
    assertThat(Plain.line("Warung\u2028Sari\u2029🛒\u0085")).isEqualTo("Warung Sari 🛒");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u200b",
        "\u00a0\u2003",
        "\u3000",
        "\u200d\u200d",
        "\n\u0007",
        "\ufeff",
        "\u2800\u2800",
        "\u3164 \u3164",
        "\u0301",
        "\ue000",
        "\ud834\udd59",
        "\ud80d\udc41\ud80d\udc42",
        "\ud83d",
        "\u202e\u2066\u2069",
        "\uffff\ufdd0\udbff\udfff",
      })
  void where_there_is_nothing_to_see_there_is_nothing(String raw) {
    assertThat(Plain.line(raw)).isEmpty();
  }

  /** Default_Ignorable_Code_Point, as Unicode's DerivedCoreProperties.txt has it. */
  @ParameterizedTest
  @CsvSource({
    "00AD, 00AD", "034F, 034F", "061C, 061C", "115F, 1160", "17B4, 17B5", "180B, 180F",
    "200B, 200F", "202A, 202E", "2060, 206F", "3164, 3164", "FE00, FE0F", "FEFF, FEFF",
    "FFA0, FFA0", "FFF0, FFF8", "1BCA0, 1BCA3", "1D173, 1D17A", "E0000, E0FFF"
  })
  void no_ignorable_character_is_to_be_seen(String first, String last) {
    IntStream.rangeClosed(Integer.parseInt(first, 16), Integer.parseInt(last, 16))
        .mapToObj(Character::toString)
        .forEach(
            character ->
                assertThat(Plain.line(character + " " + character))
                    .as(Character.getName(character.codePointAt(0)))
                    .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "7",
        "?",
        "₹",
        "🛒",
        "☕",
        "❤️",
        "1️⃣",
        "👩\u200d💻",
        "👨\u200d👩\u200d👧\u200d👦 Family",
        "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
        "🇮🇩 Batik",
        "Café de l’Étoile",
        "Cafe\u0301",
        "Nguyễn Thị Ánh",
        "İstanbul’da Çay",
        "Σωκράτης",
        "Чайная №1",
        "متجر الكتب",
        "می\u200cخواهم",
        "\u200fمتجر\u200e (1)",
        "בית\u200f ספר",
        "क\u200dष",
        "श्री\u200dमती राधा",
        "বাংলা র\u200d\u09cdয",
        "தமிழ்க் கடை",
        "ශ්\u200dරී ලංකා",
        "ร้านกาแฟ",
        "ភ្នំពេញ",
        "មិនមែន\u200bអក្សរ",
        "မြန်မာ",
        "ᠮᠣᠩᠭᠣᠯ\u180e\u1820",
        "한국 가게",
        "\u1112\u1161\u11ab",
        "\u1161\u115f\u1160 가",
        "日本茶 葛\udb40\udd00城",
        "茶馆",
        "ཚོང་ཁང་",
        "ትንሽ ሱቅ",
        "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
        "𝔖𝔥𝔬𝔭",
        "Apple \uf8ff",
        "a\u0000b",
        "\u0000",
      })
  void what_belongs_to_what_is_seen_stays(String raw) {
    assertThat(Plain.line(raw)).isEqualTo(raw);
  }

  @ParameterizedTest
  @CsvSource({
    "Mug \u202Eexe.gnp, Mug exe.gnp",
    "\u202Dtea\u202C, tea",
    "\u202Atea\u202C \u202Bchai\u202C, tea chai",
    "\u2066tea\u2069 \u2067شاي\u2069 \u2068chai\u2069, tea شاي chai",
    "te\uFFFFa\uFFFE, tea",
    "te\uFDD0\uFDEFa, tea",
    "te\uD83F\uDFFEa\uDBFF\uDFFF, tea",
    "te\uD83Da, tea",
    "te\uDED2a, tea",
  })
  void what_turns_other_text_or_is_no_character_is_left_out(String raw, String line) {
    assertThat(Plain.line(raw)).isEqualTo(line);
  }
}
