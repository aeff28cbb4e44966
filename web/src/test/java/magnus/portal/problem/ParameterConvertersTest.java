package magnus.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import magnus.basics.problem.Refusal;
import org.junit.jupiter.api.Test;

class ParameterConvertersTest {

  private final ParamConverter<String> texts =
      new ParameterConverters().getConverter(String.class, String.class, new Annotation[0]);

  @Test
  void textsPassAsTheyAre() {
    assertThat(texts.fromString("")).isEmpty();
    assertThat(texts.fromString(" a b ")).isEqualTo(" a b ");
  }

  @Test
  void textsWithNulAreRefused() {
    assertThatThrownBy(() -> texts.fromString("a\0b")).isInstanceOf(Refusal.class);
  }
}
