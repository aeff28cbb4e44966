package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import magnus.basics.time.TradingCalendar;
import magnus.persistence.market.StoredClosing;
import org.junit.jupiter.api.Test;

/** Quotes out of kept closings are those that bars give. */
class KeptClosingsTest {

  private final ImportedData bars = new MemoryData();
  private final ImportedFeed ofBars = new ImportedFeed(bars);

  /** The same data, with the closings of that day kept ready; bars may not be asked for. */
  private ImportedData ready(LocalDate day, Map<String, StoredClosing> closings) {
    return (ImportedData)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ImportedData.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("closings")) {
                return arguments[1].equals(day) ? Optional.of(closings) : Optional.empty();
              }
              assertThat(method.getName()).isNotEqualTo("bars");
              return method.invoke(bars, arguments);
            });
  }

  @Test
  void areTheSameToTheDigit() {
    Set<String> known = ofBars.pricedSymbols(Instant.parse("2030-01-01T00:00:00Z"));
    List<String> symbols = Stream.concat(known.stream(), Stream.of("NOSUCH")).toList();
    int compared = 0;
    for (LocalDate day = LocalDate.of(2014, 5, 20);
        day.isBefore(LocalDate.of(2014, 6, 20));
        day = day.plusDays(1)) {
      Instant asOf = day.atTime(12, 0).atZone(TradingCalendar.ZONE).toInstant();
      LocalDate closed = TradingCalendar.newYork().lastClosed(asOf).date();
      Map<String, StoredClosing> closings = new HashMap<>();
      ofBars.closings(asOf).forEach(c -> closings.put(c.symbol(), c));
      compared += closings.size();
      assertThat(new ImportedFeed(ready(closed, closings)).quotes(symbols, asOf))
          .isEqualTo(ofBars.quotes(symbols, asOf));
    }
    assertThat(compared).isPositive();
  }
}
