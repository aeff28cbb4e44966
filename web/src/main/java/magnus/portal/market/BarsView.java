package magnus.portal.market;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import magnus.market.BarSeries;
import magnus.market.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Daily bars of one symbol as rows. */
@Schema(name = "Bars")
public record BarsView(String symbol, Source source, List<Bar> bars) {

  /** One day. */
  @Schema(name = "Bar")
  public record Bar(
      LocalDate date, double open, double high, double low, double close, double volume) {}

  static BarsView of(BarSeries series) {
    return new BarsView(
        series.symbol(),
        series.source(),
        IntStream.range(0, series.size())
            .mapToObj(
                i ->
                    new Bar(
                        series.date(i),
                        series.open()[i],
                        series.high()[i],
                        series.low()[i],
                        series.close()[i],
                        series.volume()[i]))
            .toList());
  }
}
