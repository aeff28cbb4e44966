package magnus.basics.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  record Line(BigDecimal amount, String note) {}

  private static Line read(String json) throws Exception {
    return Json.mapper().readValue(json, Line.class);
  }

  @Test
  void moneyGoesOutAsAPlainDecimalStringAndComesInAsStringOrNumber() throws Exception {
    assertThat(Json.mapper().writeValueAsString(new Line(new BigDecimal("1E+3"), "x")))
        .isEqualTo("{\"amount\":\"1000\",\"note\":\"x\"}");
    assertThat(read("{\"amount\":\"12.50\"}").amount()).isEqualTo("12.50");
    assertThat(read("{\"amount\":12.50}").amount()).isEqualTo("12.50");
    assertThat(read("{\"amount\":null,\"note\":null}")).isEqualTo(new Line(null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1e999999999\"", "1e999999999", "\"1e-2147483647\"", "1e101"})
  void decimalsThatWouldFillTheHeapWhenWrittenPlainlyAreRefused(String amount) {
    assertThatThrownBy(() -> read("{\"amount\":" + amount + "}"))
        .isInstanceOf(InvalidFormatException.class);
  }

  @Test
  void textsWithNulAreRefused() {
    assertThatThrownBy(() -> read("{\"note\":\"a\\u0000b\"}"))
        .isInstanceOf(InvalidFormatException.class);
  }
}
