package magnus.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestMetricsFilterTest {

  @Test
  void inventedMethodsShareOneSeries() {
    assertThat(RequestMetricsFilter.method("PATCH")).isEqualTo("PATCH");
    assertThat(RequestMetricsFilter.method("BREW")).isEqualTo("other");
    assertThat(RequestMetricsFilter.method("get")).isEqualTo("other");
  }
}
