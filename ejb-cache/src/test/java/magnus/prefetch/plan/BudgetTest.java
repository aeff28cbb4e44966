package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final Instant START = Instant.parse("2018-02-05T17:00:00Z");

  @Test
  void givesSoMuchAMinuteAndKeepsNoMore() {
    Budget budget = new Budget(30, START);

    assertThat(budget.take(30, START)).isTrue();
    assertThat(budget.take(1, START)).isFalse();
    assertThat(budget.left(START.plusSeconds(10))).isCloseTo(5, within(1e-9));
    assertThat(budget.left(START.plusSeconds(3_600))).isEqualTo(30);
  }

  @Test
  void takesBackWhatWasNotSpent() {
    Budget budget = new Budget(10, START);

    assertThat(budget.take(8, START)).isTrue();
    budget.give(8, START);
    budget.give(8, START);
    assertThat(budget.left(START)).isEqualTo(10);
  }

  @Test
  void goesOn_whenTheClockIsSetBack() {
    Budget budget = new Budget(60, START);
    assertThat(budget.take(60, START)).isTrue();

    assertThat(budget.left(START.minusSeconds(86_400))).isZero();
    assertThat(budget.left(START.minusSeconds(86_390))).isCloseTo(10, within(1e-9));
  }
}
