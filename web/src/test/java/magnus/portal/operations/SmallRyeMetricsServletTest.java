package magnus.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallRyeMetricsServletTest {

  private static boolean isLocal(Map<String, String> headers, String address) throws IOException {
    return SmallRyeMetricsServlet.isLocal(headers::get, address);
  }

  @Test
  void onlyTheMachineItselfIsLocal() throws IOException {
    assertThat(isLocal(Map.of(), "127.0.0.1")).isTrue();
    assertThat(isLocal(Map.of(), "0:0:0:0:0:0:0:1")).isTrue();
    assertThat(isLocal(Map.of(), "192.0.2.1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "Via"
      })
  void whoeverCameThroughALocalProxyIsNot(String header) throws IOException {
    assertThat(isLocal(Map.of(header, "127.0.0.1"), "127.0.0.1")).isFalse();
  }
}
