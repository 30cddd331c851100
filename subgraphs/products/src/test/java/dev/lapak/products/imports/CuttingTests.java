package dev.lapak.products.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.platform.file.UploadException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

class CuttingTests {

  @Test
  void a_file_beyond_its_bound_is_refused_with_the_bound() {
    Cutting cutting = new Cutting(1_500);

    assertThat(cutting.add(bytes(1_500))).isEmpty();
    assertThatExceptionOfType(UploadException.class)
        .isThrownBy(() -> cutting.add(bytes(1)))
        .withMessage("The file is larger than 1,500 bytes.");
  }

  private static DataBuffer bytes(int count) {
    return DefaultDataBufferFactory.sharedInstance.wrap(new byte[count]);
  }
}
