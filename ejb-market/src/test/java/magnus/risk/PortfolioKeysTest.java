package magnus.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import magnus.risk.PortfolioShelves.Days;
import magnus.risk.PortfolioShelves.LookBack;
import magnus.risk.PortfolioShelves.OwnedPortfolio;
import org.junit.jupiter.api.Test;

/** Keys are read as they are written: administrators and warming name entries by their texts. */
class PortfolioKeysTest {

  private static final OwnedPortfolio MINE = new OwnedPortfolio(new UUID(1, 2), new UUID(3, 4));
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @Test
  void areReadAsTheyAreWritten() {
    assertThat(OwnedPortfolio.parse(MINE.text())).isEqualTo(MINE);
    LookBack risk = new LookBack(MINE, 756);
    assertThat(LookBack.parse(risk.text())).isEqualTo(risk);
    for (Days days :
        new Days[] {
          new Days(MINE, null, null),
          new Days(MINE, DAY, null),
          new Days(MINE, null, DAY),
          new Days(MINE, DAY, DAY.plusDays(9))
        }) {
      assertThat(Days.parse(days.text())).isEqualTo(days);
    }
  }

  @Test
  void areNothingElse() {
    for (String text : List.of("x", MINE.text(), MINE.text() + "/today/")) {
      assertThatThrownBy(() -> Days.parse(text))
          .isInstanceOfAny(IllegalArgumentException.class, IndexOutOfBoundsException.class);
    }
  }
}
