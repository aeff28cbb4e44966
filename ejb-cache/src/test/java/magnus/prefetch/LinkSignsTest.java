package magnus.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import magnus.prefetch.plan.Signs.Sign;
import org.junit.jupiter.api.Test;

class LinkSignsTest {

  private static final Instant NOON = Instant.parse("2024-03-01T17:00:00Z");
  private static final UUID ANN = new UUID(0, 1);

  private final LinkSigns links = new LinkSigns();

  private void opensAfterASign(int times) {
    for (int i = 0; i < times; i++) {
      Instant at = NOON.plusSeconds(60L * i);
      links.given(ANN, "/", "/market/AAPL", Sign.REST, 0.1, at);
      links.opened(ANN, "/market/AAPL", at.plusMillis(700));
    }
  }

  @Test
  void whoIsNotLearnedFromGetsTheChanceThatOthersTaught() {
    double before = links.chance(Sign.REST, 0.1);
    opensAfterASign(300);
    double after = links.chance(Sign.REST, 0.1);
    assertThat(after).isGreaterThan(before);
    for (int i = 0; i < 300; i++) {
      assertThat(links.chance(Sign.REST, 0.1)).isEqualTo(after);
    }
  }

  @Test
  void begunAnewNothingIsKnownOfWhatWasLearned() {
    opensAfterASign(300);
    links.reset();
    LinkSigns fresh = new LinkSigns();
    assertThat(links.chance(Sign.REST, 0.1)).isEqualTo(fresh.chance(Sign.REST, 0.1));
    assertThat(links.untilOpened().median()).isEqualTo(fresh.untilOpened().median());
  }

  @Test
  void whatWaitsOfAUserWhoIsForgottenIsNotLearned() {
    links.given(ANN, "/", "/market/AAPL", Sign.REST, 0.1, NOON);
    double before = links.chance(Sign.REST, 0.1);
    links.forget(ANN);
    links.opened(ANN, "/market/AAPL", NOON.plusSeconds(1));
    assertThat(links.chance(Sign.REST, 0.1)).isEqualTo(before);
  }
}
