package magnus.market.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.DateRange;
import magnus.market.ListedOption;
import magnus.market.OptionChain;
import magnus.market.OptionCloses;
import magnus.market.OptionPrice;

/** Prices of single options the slow way: out of whole chains. */
public record ChainPrices(BiFunction<String, Instant, Result<OptionChain>> chains) {

  public Map<ListedOption, Result<OptionPrice>> prices(
      Collection<ListedOption> options, Instant asOf) {
    Map<ListedOption, Result<OptionPrice>> answers = new LinkedHashMap<>();
    for (ListedOption option : options) {
      answers.put(
          option,
          find(option, asOf)
              .map(Result::success)
              .orElseGet(() -> none("does not quote " + option)));
    }
    return answers;
  }

  public Map<ListedOption, Result<OptionCloses>> closes(
      Map<ListedOption, DateRange> options, Instant asOf) {
    Map<ListedOption, Result<OptionCloses>> answers = new LinkedHashMap<>();
    options.forEach(
        (option, range) -> {
          OptionCloses.Builder closes = new OptionCloses.Builder(option);
          for (Session session : TradingCalendar.newYork().sessions(range.first(), range.last())) {
            LocalDate day = session.date();
            if (!session.close().isAfter(asOf) && !day.isAfter(option.expiry())) {
              find(option, session.close())
                  .ifPresent(p -> closes.add(day, p.price().doubleValue(), p.source()));
            }
          }
          OptionCloses all = closes.build();
          answers.put(option, all.size() == 0 ? none("has no " + option) : Result.success(all));
        });
    return answers;
  }

  private Optional<OptionPrice> find(ListedOption option, Instant asOf) {
    return chains
        .apply(option.underlying(), asOf)
        .find()
        .flatMap(
            chain ->
                chain.contracts().stream()
                    .filter(
                        c ->
                            c.right() == option.right()
                                && c.expiry().equals(option.expiry())
                                && c.strike().compareTo(option.strike()) == 0)
                    .findFirst()
                    .flatMap(OptionChain.Contract::price)
                    .map(p -> new OptionPrice(option, p, chain.at(), chain.source())));
  }

  private static <T> Result<T> none(String detail) {
    return Result.failure(FailureReason.NO_DATA, "The option chain " + detail + ".");
  }
}
