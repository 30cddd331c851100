package dev.lapak.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.local.state.SetupException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTests {

  @Test
  void without_any_data_stay_and_the_demo_is_loaded() {
    assertThat(Options.parse(List.of())).isEqualTo(new Options(false, true, false));
  }

  @Test
  void come_in_any_order() {
    assertThat(Options.parse(List.of("--no-demo", "--apart", "--fresh")))
        .isEqualTo(new Options(true, false, true));
  }

  @Test
  void an_unknown_one_is_refused_before_anything_is_deleted() {
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> Options.parse(List.of("--fresh", "--nodemo")))
        .withMessageContaining("--nodemo");
  }
}
