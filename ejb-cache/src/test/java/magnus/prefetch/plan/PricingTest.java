package magnus.prefetch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import magnus.cache.event.EntryIndex.Place;
import org.junit.jupiter.api.Test;

class PricingTest {

  private static final Pricing PRICING = new Pricing(100, 1);
  private static final Place CHAIN = new Place("option-chains", "AAPL");

  private static Need need(double loadMillis, double lifespan, double others, boolean fresh) {
    return new Need(CHAIN, loadMillis, 1, lifespan, others, fresh);
  }

  private static Candidate page(double probability, Need... needs) {
    return new Candidate("/symbols/AAPL", probability, List.of(needs));
  }

  private static Price price(Candidate candidate, double load) {
    ThinkTime stays = new ThinkTime();
    return PRICING
        .of(
            candidate,
            need -> Pricing.used(need, candidate.probability(), stays),
            new Experience(),
            stays,
            load,
            used -> true)
        .price();
  }

  @Test
  void savesTheLoadWhereHeComesBeforeTheValueEnds() {
    // Half of all leave within the median of 20 s: 0.8 × 0.5 × 300 ms.
    Price price = price(page(0.8, need(300, 20, 0, false)), 0);

    assertThat(price.savedMillis()).isCloseTo(120, within(1e-4));
    assertThat(price.used()).isCloseTo(0.4, within(1e-6));
    assertThat(price.costMillis()).isCloseTo(0.6 * 100, within(1e-4));
    assertThat(price.calls()).isEqualTo(1);
    assertThat(price.worth()).isCloseTo(120 - 60, within(1e-3));
  }

  @Test
  void countsWhatOthersWaitOnABusyServer() {
    // One processor is taken half of the time: each other millisecond of the 300 is waited for.
    Price price = price(page(0.8, need(300, 20, 0, false)), 0.5);

    assertThat(price.costMillis()).isCloseTo(0.6 * (100 + 150), within(1e-4));
  }

  @Test
  void countsOthersWhoUseTheSameEntry() {
    Price alone = price(page(0.3, need(300, 60, 0, false)), 0);
    Price shared = price(page(0.3, need(300, 60, 0.1, false)), 0);

    assertThat(shared.used()).isGreaterThan(0.99);
    assertThat(shared.worth()).isPositive().isGreaterThan(alone.worth());
  }

  @Test
  void asksNothingForWhatIsThere() {
    Price price = price(page(0.9, need(300, 60, 0, true)), 0);

    assertThat(price.calls()).isZero();
    assertThat(price.worth()).isZero();
  }

  @Test
  void isWorthMoreTheLikelierAndLessTheBusier() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      Need need =
          need(
              random.nextDouble(1, 2_000),
              random.nextDouble(1, 600),
              random.nextDouble() / 10,
              false);
      double low = random.nextDouble();
      double high = low + (1 - low) * random.nextDouble();
      double load = random.nextDouble() * 0.9;
      Price unlikely = price(page(low, need), load);
      Price likely = price(page(high, need), load);
      Price busier = price(page(high, need), load + 0.05);

      assertThat(likely.worth()).isGreaterThanOrEqualTo(unlikely.worth() - 1e-9);
      assertThat(likely.used()).isBetween(0.0, 1.0 + 1e-9);
      assertThat(busier.worth()).isLessThanOrEqualTo(likely.worth() + 1e-9);
    }
  }

  @Test
  void learnsHowLongPeopleStay() {
    SplittableRandom random = new SplittableRandom(3);
    ThinkTime stays = new ThinkTime();
    for (int i = 0; i < 5_000; i++) {
      stays.stayed(5 * Math.exp(0.5 * random.nextGaussian()));
    }
    stays.stayed(86_400);
    stays.stayed(-1);

    assertThat(stays.median()).isBetween(4.5, 5.5);
    assertThat(stays.leavesWithin(5)).isCloseTo(0.5, within(0.08));
    assertThat(stays.leavesWithin(15)).isGreaterThan(0.95);
    assertThat(stays.leavesWithin(0)).isZero();
  }

  @Test
  void knowsHowOftenAllProcessorsAreTaken() {
    // Erlang's C for two servers is 2ρ²/(1+ρ).
    Pricing two = new Pricing(1, 2);

    assertThat(two.allTaken(0.3)).isCloseTo(2 * 0.09 / 1.3, within(1e-9));
    assertThat(two.allTaken(0)).isZero();
    assertThat(two.allTaken(1)).isCloseTo(1, within(1e-9));
    assertThat(new Pricing(1, 16).allTaken(0.3)).isLessThan(1e-3);
  }

  @Test
  void knowsTheNormalDistribution() {
    assertThat(NormalTail.below(0)).isCloseTo(0.5, within(1e-7));
    assertThat(NormalTail.below(1.959963985)).isCloseTo(0.975, within(1e-7));
    assertThat(NormalTail.below(-2.326347874)).isCloseTo(0.01, within(1e-7));
  }
}
