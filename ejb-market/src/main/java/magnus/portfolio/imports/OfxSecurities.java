package magnus.portfolio.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.imports.OfxTree.Node;

/** The securities that an OFX document lists (SECLIST): what its transactions' ids stand for. */
final class OfxSecurities {

  private final Map<String, String> tickers = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, OptionContract> options = new HashMap<>();

  private OfxSecurities() {}

  static OfxSecurities of(Node root) {
    OfxSecurities all = new OfxSecurities();
    for (Node info : root.all("STOCKINFO", "MFINFO", "DEBTINFO", "OTHERINFO", "OPTINFO")) {
      String id = info.text("UNIQUEID");
      String ticker = info.text("TICKER");
      if (!ticker.isEmpty()) {
        all.tickers.put(id, ticker);
      }
      all.names.put(id, info.text("SECNAME"));
    }
    DateReading dates = DateReading.of(java.util.List.of(), DateReading.Order.MONTH_FIRST);
    for (Node info : root.all("OPTINFO")) {
      all.option(info, dates);
    }
    return all;
  }

  private void option(Node info, DateReading dates) {
    String id = info.text("UNIQUEID");
    Optional<OptionContract> spelled =
        OptionSymbol.find(info.text("TICKER"))
            .or(() -> OptionSymbol.find(id))
            .or(() -> OptionSymbol.find(info.text("SECNAME")));
    Optional<BigDecimal> strike = Figures.find(info.text("STRIKEPRICE"), false);
    Optional<LocalDate> expiry = OfxRows.date(dates, info.text("DTEXPIRE"));
    String right = info.text("OPTTYPE");
    int shares =
        Figures.find(info.text("SHPERCTRCT"), false)
            .filter(n -> n.signum() > 0 && n.compareTo(new BigDecimal(100_000)) < 0)
            .map(BigDecimal::intValue)
            .orElse(100);
    Optional<OptionContract> contract = spelled;
    if (strike.isPresent() && expiry.isPresent() && !right.isEmpty()) {
      String underlying = spelled.map(OptionContract::underlying).orElseGet(() -> underlying(info));
      contract =
          OptionSymbol.of(
                  underlying,
                  expiry.get(),
                  strike.get(),
                  right.equalsIgnoreCase("CALL") ? Right.CALL : Right.PUT,
                  shares)
              .or(() -> spelled);
    }
    contract.ifPresent(found -> options.put(id, found));
  }

  /** The ticker of the second security that an option names, else the option's own first word. */
  private String underlying(Node info) {
    var ids = info.all("UNIQUEID");
    if (ids.size() > 1 && tickers.containsKey(ids.get(1).value)) {
      return tickers.getOrDefault(ids.get(1).value, "");
    }
    String own = tickers.getOrDefault(ids.isEmpty() ? "" : ids.get(0).value, "");
    return own.split("[\\s\\d]", 2)[0];
  }

  /** The ticker, or the id itself where the document gives none. */
  String symbol(String id) {
    return tickers.getOrDefault(id, id);
  }

  String name(String id) {
    return names.getOrDefault(id, "");
  }

  Optional<OptionContract> findOption(String id) {
    return Optional.ofNullable(options.get(id))
        .or(() -> OptionSymbol.find(symbol(id)))
        .or(() -> OptionSymbol.find(id));
  }
}
