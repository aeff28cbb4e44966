package magnus.basics.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class ErrandTest {

  @Test
  void isBackgroundUntilSomebodyAsks() {
    assertThat(Errand.current()).isEqualTo(new Errand(Errand.BACKGROUND, ""));
  }

  @Test
  void endsWithItsScope() {
    try (Errand.Scope request = Errand.of("nobody")) {
      Errand.become("user");
      try (Errand.Scope load = Errand.loading("quotes")) {
        assertThat(Errand.current()).isEqualTo(new Errand("user", "quotes"));
      }
      assertThat(Errand.current()).isEqualTo(new Errand("user", ""));
    }
    assertThat(Errand.current().cohort()).isEqualTo(Errand.BACKGROUND);
  }

  @Test
  void goesAlongToAnotherThread() {
    try (Errand.Scope request = Errand.of("user")) {
      StringBuilder seen = new StringBuilder();
      Runnable work = Errand.carried(() -> seen.append(Errand.current().cohort()));
      CompletableFuture.runAsync(work).join();
      assertThat(seen).hasToString("user");
    }
  }
}
