package magnus.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.TradingCalendar;
import magnus.market.BarSeries;
import magnus.market.Catalyst;
import magnus.market.CorporateAction;
import magnus.market.DateRange;
import magnus.market.Instrument;
import magnus.market.ListedOption;
import magnus.market.OptionChain;
import magnus.market.OptionCloses;
import magnus.market.OptionPrice;
import magnus.market.Quote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every source of market data must keep, above all that nothing of tomorrow shows today. An
 * adapter extends it with a feed of its own and the same feed with another future.
 */
public abstract class MarketFeedContract {

  private static final LocalDate EARLY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATE = LocalDate.of(2044, 12, 31);

  protected final TradingCalendar calendar = TradingCalendar.newYork();

  /** The feed under test. */
  protected abstract MarketFeed feed();

  /**
   * A feed that knows the same up to that instant, and other things (or nothing) from the session
   * after the one last opened then.
   */
  protected abstract MarketFeed feedWithAnotherFutureAfter(Instant asOf);

  /** A few symbols that the feed has, with history around {@link #moments()}. */
  protected abstract List<String> symbols();

  /** Instants within the history: before, within and after a session, a weekend, a holiday. */
  protected abstract List<Instant> moments();

  @Test
  void barsAscendOnSessionsThatHaveClosed() {
    for (Instant asOf : moments()) {
      LocalDate known = calendar.lastClosed(asOf).date();
      for (String symbol : symbols()) {
        BarSeries bars = bars(feed(), symbol, asOf);
        assertThat(bars.symbol()).isEqualTo(symbol);
        assertThat(bars.source()).isEqualTo(feed().source());
        assertThat(bars.size()).as("bars of %s as of %s", symbol, asOf).isPositive();
        for (int i = 0; i < bars.size(); i++) {
          assertThat(calendar.isSession(bars.date(i))).as("%s", bars.date(i)).isTrue();
          assertThat(i == 0 || bars.days()[i - 1] < bars.days()[i]).isTrue();
        }
        assertThat(bars.date(bars.size() - 1)).isBeforeOrEqualTo(known);
      }
    }
  }

  @Test
  void aBarIsKnownFromTheCloseOn() {
    LocalDate day = calendar.lastClosed(moments().get(0)).date();
    Instant close = calendar.getSession(day).close();
    for (String symbol : symbols()) {
      BarSeries after = bars(feed(), symbol, close);
      BarSeries before = bars(feed(), symbol, close.minusMillis(1));
      assertThat(after.indexOnOrBefore(day)).isEqualTo(after.size() - 1);
      assertThat(after.date(after.size() - 1)).isEqualTo(day);
      assertThat(before.size()).isEqualTo(after.size() - 1);
    }
  }

  @Test
  void pricesOfABarAreInOrder() {
    for (String symbol : symbols()) {
      BarSeries bars = bars(feed(), symbol, moments().get(0));
      for (int i = 0; i < bars.size(); i++) {
        double low = Math.min(bars.open()[i], bars.close()[i]);
        double high = Math.max(bars.open()[i], bars.close()[i]);
        assertThat(bars.low()[i]).as("%s %s", symbol, bars.date(i)).isPositive();
        assertThat(bars.low()[i]).isLessThanOrEqualTo(low);
        assertThat(bars.high()[i]).isGreaterThanOrEqualTo(high);
        assertThat(bars.volume()[i]).isNotNegative();
      }
    }
  }

  @Test
  void answersTheRangeAskedFor() {
    Instant asOf = moments().get(0);
    String symbol = symbols().get(0);
    BarSeries all = bars(feed(), symbol, asOf);
    LocalDate from = all.date(all.size() / 2);
    LocalDate to = all.date(all.size() - 2);
    BarSeries part = feed().bars(symbol, from, to, asOf).find().orElseThrow();
    assertThat(part.date(0)).isEqualTo(from);
    assertThat(part.date(part.size() - 1)).isEqualTo(to);
    assertThat(part.size()).isEqualTo(all.size() - 1 - all.size() / 2);
    assertThat(feed().bars(symbol, to, from.minusDays(1), asOf).find().orElseThrow().size())
        .isZero();
    assertThat(feed().bars(symbol, EARLY, EARLY, asOf).find().orElseThrow().size()).isZero();
  }

  @Test
  void quotesAreNotFromTheFuture() {
    for (Instant asOf : moments()) {
      for (Map.Entry<String, Result<Quote>> answer : feed().quotes(symbols(), asOf).entrySet()) {
        Quote quote = answer.getValue().find().orElseThrow();
        assertThat(quote.symbol()).isEqualTo(answer.getKey());
        assertThat(quote.at()).isBeforeOrEqualTo(asOf);
        assertThat(quote.bid()).isLessThanOrEqualTo(quote.ask());
        assertThat(quote.last()).isPositive();
        assertThat(quote.previousClose()).isPositive();
        assertThat(quote.volume()).isNotNegative();
        assertThat(quote.source()).isEqualTo(feed().source());
      }
    }
  }

  @Test
  void aSymbolThatItDoesNotHaveIsNoData() {
    Instant asOf = moments().get(0);
    String unknown = "NOSUCHSYMBOL";
    assertThat(feed().findInstrument(unknown, asOf)).isEmpty();
    assertThat(reason(feed().bars(unknown, EARLY, LATE, asOf))).isEqualTo(FailureReason.NO_DATA);
    assertThat(reason(feed().quote(unknown, asOf))).isEqualTo(FailureReason.NO_DATA);
    assertThat(reason(feed().optionChain(unknown, asOf))).isEqualTo(FailureReason.NO_DATA);
    ListedOption option = new ListedOption(unknown, LATE, BigDecimal.TEN, OptionChain.Right.CALL);
    assertThat(reason(feed().optionPrices(List.of(option), asOf).get(option)))
        .isEqualTo(FailureReason.NO_DATA);
    assertThat(
            reason(
                feed().optionCloses(Map.of(option, new DateRange(EARLY, LATE)), asOf).get(option)))
        .isEqualTo(FailureReason.NO_DATA);
    assertThat(feed().corporateActions(unknown, EARLY, LATE, asOf)).isEmpty();
  }

  @Test
  void instrumentsAreSortedAndFound() {
    Instant asOf = moments().get(0);
    List<Instrument> all = feed().instruments(asOf);
    assertThat(all).isSortedAccordingTo(Comparator.comparing(Instrument::symbol));
    for (String symbol : symbols()) {
      assertThat(feed().findInstrument(symbol, asOf))
          .get()
          .satisfies(i -> assertThat(all).contains(i));
    }
  }

  @Test
  void eventsAscendWithinTheRange() {
    for (Instant asOf : moments()) {
      LocalDate today = TradingCalendar.date(asOf);
      LocalDate from = today.minusYears(1);
      LocalDate to = today.plusMonths(3);
      List<Catalyst> catalysts = feed().catalysts(from, to, asOf);
      assertThat(catalysts).isSortedAccordingTo(Comparator.comparing(Catalyst::date));
      assertThat(catalysts).allMatch(c -> !c.date().isBefore(from) && !c.date().isAfter(to));
      for (String symbol : symbols()) {
        List<CorporateAction> actions = feed().corporateActions(symbol, from, to, asOf);
        assertThat(actions).isSortedAccordingTo(Comparator.comparing(CorporateAction::exDate));
        assertThat(actions).allMatch(a -> !a.exDate().isBefore(from) && !a.exDate().isAfter(to));
        assertThat(actions).allMatch(a -> a.symbol().equals(symbol));
      }
    }
  }

  @Test
  void optionPricesAreThoseOfTheChain() {
    for (Instant asOf : moments()) {
      for (String symbol : symbols()) {
        Map<ListedOption, BigDecimal> quoted = quoted(symbol, asOf);
        Map<ListedOption, Result<OptionPrice>> answers = feed().optionPrices(quoted.keySet(), asOf);
        assertThat(answers.keySet()).isEqualTo(quoted.keySet());
        quoted.forEach(
            (option, price) -> {
              OptionPrice answer = found(answers.get(option));
              assertThat(answer.price()).as("%s at %s", option, asOf).isEqualByComparingTo(price);
              assertThat(answer.at()).isBeforeOrEqualTo(asOf);
              assertThat(answer.source()).isEqualTo(feed().source());
            });
      }
    }
  }

  @Test
  void anOptionsCloseIsThatOfTheChainAndKnownFromTheCloseOn() {
    LocalDate day = calendar.lastClosed(moments().get(0)).date();
    Instant close = calendar.getSession(day).close();
    for (String symbol : symbols()) {
      Map<ListedOption, BigDecimal> quoted = quoted(symbol, close);
      Map<ListedOption, DateRange> wanted = new LinkedHashMap<>();
      quoted.keySet().forEach(o -> wanted.put(o, new DateRange(day.minusDays(9), LATE)));
      Map<ListedOption, Result<OptionCloses>> after = feed().optionCloses(wanted, close);
      Map<ListedOption, Result<OptionCloses>> before =
          feed().optionCloses(wanted, close.minusMillis(1));
      quoted.forEach(
          (option, price) -> {
            OptionCloses closes = found(after.get(option));
            int last = closes.size() - 1;
            assertThat(closes.date(last)).isEqualTo(day);
            assertThat(closes.prices()[last]).isCloseTo(price.doubleValue(), within(1e-9));
            assertThat(closes.sources()).containsOnly(feed().source());
            assertThat(closes.date(0)).isAfterOrEqualTo(day.minusDays(9));
            Optional<OptionCloses> earlier = found(before, option);
            assertThat(earlier.map(OptionCloses::size).orElse(0)).isEqualTo(last);
          });
    }
  }

  @Test
  void anOptionHasNoCloseAfterItsLastDay() {
    Instant asOf = moments().get(0);
    for (String symbol : symbols()) {
      LocalDate past = calendar.lastClosed(asOf).date().minusDays(20);
      quoted(symbol, calendar.sessionOnOrBefore(past).close())
          .keySet()
          .forEach(
              option ->
                  found(
                          feed().optionCloses(Map.of(option, new DateRange(past, LATE)), asOf),
                          option)
                      .ifPresent(
                          closes ->
                              assertThat(closes.date(closes.size() - 1))
                                  .isBeforeOrEqualTo(option.expiry())));
    }
  }

  private static <T> Optional<T> found(Map<ListedOption, Result<T>> answers, ListedOption option) {
    return Optional.ofNullable(answers.get(option)).flatMap(Result::find);
  }

  private static <T> T found(@Nullable Result<T> answer) {
    return Optional.ofNullable(answer).flatMap(Result::find).orElseThrow();
  }

  /** Some options of a chain, of all its expiries, with their prices. */
  private Map<ListedOption, BigDecimal> quoted(String symbol, Instant asOf) {
    Map<ListedOption, BigDecimal> some = new LinkedHashMap<>();
    List<OptionChain.Contract> all =
        feed().optionChain(symbol, asOf).find().map(OptionChain::contracts).orElse(List.of());
    for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 23)) {
      OptionChain.Contract c = all.get(i);
      c.price()
          .ifPresent(
              price ->
                  some.put(new ListedOption(symbol, c.expiry(), c.strike(), c.right()), price));
    }
    return some;
  }

  @Test
  void anotherFutureChangesNothingKnown() {
    for (Instant asOf : moments()) {
      MarketFeed other = feedWithAnotherFutureAfter(asOf);
      assertThat(everything(other, asOf)).isEqualTo(everything(feed(), asOf));
    }
  }

  /** All that a feed says at an instant, as text by question. */
  protected Map<String, String> everything(MarketFeed feed, Instant asOf) {
    Map<String, String> said = new LinkedHashMap<>();
    LocalDate today = TradingCalendar.date(asOf);
    said.put("catalysts", feed.catalysts(today.minusYears(1), LATE, asOf).toString());
    said.put("rate", feed.riskFreeRate(asOf).toString());
    said.put("vix", text(feed.vix(EARLY, LATE, asOf)));
    feed.bars(symbols(), EARLY, LATE, asOf)
        .forEach((symbol, bars) -> said.put("bars " + symbol, text(bars)));
    for (String symbol : symbols()) {
      said.put("quote " + symbol, feed.quote(symbol, asOf).toString());
      said.put("actions " + symbol, feed.corporateActions(symbol, EARLY, LATE, asOf).toString());
      Result<OptionChain> chain = feed.optionChain(symbol, asOf);
      said.put("options " + symbol, chain.toString());
      Map<ListedOption, DateRange> wanted = new LinkedHashMap<>();
      chain.find().stream()
          .flatMap(c -> c.contracts().stream().limit(3))
          .map(c -> new ListedOption(symbol, c.expiry(), c.strike(), c.right()))
          .forEach(option -> wanted.put(option, new DateRange(today.minusDays(40), LATE)));
      feed.optionCloses(wanted, asOf)
          .forEach((option, closes) -> said.put("closes " + option, closesText(closes)));
      said.put("prices " + symbol, feed.optionPrices(wanted.keySet(), asOf).toString());
    }
    return said;
  }

  private static String text(Result<BarSeries> bars) {
    return bars.find().map(MarketFeedContract::text).orElseGet(bars::toString);
  }

  private static String closesText(Result<OptionCloses> closes) {
    return closes
        .find()
        .map(c -> Arrays.toString(c.days()) + Arrays.toString(c.prices()))
        .orElseGet(closes::toString);
  }

  private static String text(BarSeries bars) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      rows.add(
          bars.date(i)
              + " "
              + bars.open()[i]
              + " "
              + bars.high()[i]
              + " "
              + bars.low()[i]
              + " "
              + bars.close()[i]
              + " "
              + bars.volume()[i]);
    }
    return String.join("\n", rows);
  }

  private static BarSeries bars(MarketFeed feed, String symbol, Instant asOf) {
    return feed.bars(symbol, EARLY, LATE, asOf).find().orElseThrow();
  }

  private static FailureReason reason(@Nullable Result<?> result) {
    return Objects.requireNonNull(result).findFailure().orElseThrow().reason();
  }
}
