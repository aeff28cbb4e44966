package magnus.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import magnus.portfolio.Lot;
import magnus.portfolio.LotMethod;
import magnus.portfolio.RealisedGain;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionDraft;
import magnus.portfolio.TransactionType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history. */
class LedgerPropertiesTest {

  private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);
  private static final String[] STOCKS = {"AAA", "BBB", "CCC"};
  private static final String OPTION = "AAA301220C00050000";

  /** A history that never closes more than is open, and what it should lead to. */
  private static final class Story {
    final Random random;
    final List<Transaction> told = new ArrayList<>();
    final Map<String, BigDecimal> held = new HashMap<>();
    final Map<String, BigDecimal> written = new HashMap<>();
    BigDecimal cash = BigDecimal.ZERO;

    Story(long seed, int length) {
      random = new Random(seed);
      for (int day = 0; day < length; day++) {
        step(BEGIN.plusDays(day * 3L));
      }
    }

    void step(LocalDate date) {
      String stock = STOCKS[random.nextInt(STOCKS.length)];
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> open(date, TransactionType.BUY, stock, held);
        case 3, 4 -> close(date, TransactionType.SELL, stock, held);
        case 5 -> open(date, TransactionType.SELL_SHORT, stock, written);
        case 6 -> close(date, TransactionType.BUY_TO_COVER, stock, written);
        case 7 -> open(date, TransactionType.SELL_TO_OPEN, OPTION, written);
        case 8 -> close(date, TransactionType.BUY_TO_CLOSE, OPTION, written);
        case 9 ->
            tell(Transaction.draft(TransactionType.DIVIDEND, date).symbol(stock).amount(amount()));
        case 10 -> tell(Transaction.draft(TransactionType.DEPOSIT, date).amount(amount()));
        default -> split(date, stock);
      }
    }

    void split(LocalDate date, String stock) {
      if (random.nextInt(3) > 0) {
        tell(Transaction.draft(TransactionType.FEE, date).amount(amount().negate()));
        return;
      }
      BigDecimal two = new BigDecimal(2);
      tell(
          Transaction.draft(TransactionType.SPLIT, date)
              .symbol(stock)
              .ratio(two)
              .amount(BigDecimal.ZERO));
      held.computeIfPresent(stock, (s, q) -> q.multiply(two));
      written.computeIfPresent(stock, (s, q) -> q.multiply(two));
      if (stock.equals("AAA")) {
        // Contracts on it change their symbol: the story goes on without them.
        written.remove(OPTION);
      }
    }

    void open(LocalDate date, TransactionType type, String symbol, Map<String, BigDecimal> book) {
      BigDecimal quantity = quantity(new BigDecimal(1000));
      trade(date, type, symbol, quantity);
      book.merge(symbol, quantity, BigDecimal::add);
    }

    void close(LocalDate date, TransactionType type, String symbol, Map<String, BigDecimal> book) {
      BigDecimal most = book.getOrDefault(symbol, BigDecimal.ZERO);
      if (most.signum() > 0) {
        BigDecimal quantity = random.nextInt(4) == 0 ? most : quantity(most);
        trade(date, type, symbol, quantity);
        book.merge(symbol, quantity.negate(), BigDecimal::add);
      }
    }

    void trade(LocalDate date, TransactionType type, String symbol, BigDecimal quantity) {
      tell(
          Transaction.draft(type, date)
              .symbol(symbol)
              .quantity(quantity)
              .price(amount())
              .fees(BigDecimal.valueOf(random.nextInt(500), 2)));
    }

    void tell(TransactionDraft draft) {
      Transaction t = draft.build();
      told.add(t);
      cash = cash.add(t.amount());
    }

    BigDecimal amount() {
      return BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4);
    }

    BigDecimal quantity(BigDecimal most) {
      return most.multiply(BigDecimal.valueOf(1 + random.nextInt(999), 3))
          .setScale(4, RoundingMode.UP)
          .min(most);
    }
  }

  @Property(tries = 300)
  void lotsAddUpToPositionsAndEffectsToCash(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int length,
      @ForAll LotMethod method) {
    Story story = new Story(seed, length);
    LedgerState state = Ledger.of(story.told, method, List.of()).last();
    assertThat(state.shortages()).isEmpty();
    assertThat(state.cash("USD")).isEqualByComparingTo(story.cash);
    for (String stock : STOCKS) {
      BigDecimal expected =
          story
              .held
              .getOrDefault(stock, BigDecimal.ZERO)
              .subtract(story.written.getOrDefault(stock, BigDecimal.ZERO));
      BigDecimal lots =
          state.lots().stream()
              .filter(l -> l.symbol().equals(stock))
              .map(Lot::quantity)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(lots).isEqualByComparingTo(expected);
    }
  }

  /**
   * realised + unrealised + income = value − net contributions, to the last digit, at any prices.
   */
  @Property(tries = 300)
  void wealthIsExplainedByGainsAndIncome(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int length,
      @ForAll LotMethod method) {
    Story story = new Story(seed, length);
    LedgerState state = Ledger.of(story.told, method, List.of()).last();
    BigDecimal value = state.cash("USD");
    BigDecimal unrealised = BigDecimal.ZERO;
    for (Lot lot : state.lots()) {
      BigDecimal units =
          lot.quantity().multiply(BigDecimal.valueOf(lot.option() == null ? 1 : 100));
      BigDecimal worth = units.multiply(BigDecimal.valueOf(7 + lot.symbol().hashCode() % 5));
      value = value.add(worth);
      unrealised = unrealised.add(worth.subtract(lot.costBasis()));
    }
    BigDecimal contributed =
        state.flows().stream().map(ExternalFlow::cash).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(state.realised("USD").add(unrealised).add(state.income("USD")))
        .isEqualByComparingTo(value.subtract(contributed));
  }

  /** What was realised does not depend on how often one looks. */
  @Property(tries = 100)
  void walkingIsFoldingStepByStep(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
    Story story = new Story(seed, length);
    Ledger ledger = Ledger.of(story.told, LotMethod.FIFO, List.of());
    LedgerWalk walk = ledger.walk();
    for (int day = 0; day < length * 3; day += 7) {
      LocalDate date = BEGIN.plusDays(day);
      walk.advanceTo(date);
      assertThat(walk.state()).isEqualTo(ledger.asOf(date));
    }
  }

  /** Nothing that happens later changes what was known. */
  @Property(tries = 100)
  void theFutureDoesNotChangeThePast(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int length) {
    List<Transaction> told = new Story(seed, length).told;
    if (told.size() < 2) {
      return;
    }
    List<Transaction> first = told.subList(0, told.size() / 2);
    LocalDate last = first.get(first.size() - 1).date();
    LedgerState then = Ledger.of(first, LotMethod.FIFO, List.of()).last();
    assertThat(Ledger.of(told, LotMethod.FIFO, List.of()).asOf(last)).isEqualTo(then);
  }

  /**
   * Cutting off the beginning leaves the same positions wherever everything was sold, at unknown
   * cost.
   */
  @Property(tries = 100)
  void aHistoryCutOffInTheMiddleStillFolds(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 80) int length) {
    List<Transaction> told = new Story(seed, length).told;
    List<Transaction> rest = told.subList(told.size() / 2, told.size());
    LedgerState state = Ledger.of(rest, LotMethod.FIFO, List.of()).last();
    assertThat(state.shortages()).isEmpty();
    for (RealisedGain gain : state.realised()) {
      assertThat(gain.gain() == null).isEqualTo(gain.opened() == null);
    }
  }
}
