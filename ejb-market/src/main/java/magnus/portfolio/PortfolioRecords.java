package magnus.portfolio;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.market.OptionChain.Right;
import magnus.persistence.portfolio.StoredImport;
import magnus.persistence.portfolio.StoredPortfolio;
import magnus.persistence.portfolio.StoredTransaction;
import magnus.persistence.portfolio.StoredTransaction.StoredOption;
import org.jspecify.annotations.Nullable;

/** Between what is stored and what callers see. */
final class PortfolioRecords {

  private static final int LONGEST_NOTE = 1000;

  private PortfolioRecords() {}

  static Portfolio portfolio(StoredPortfolio s) {
    return new Portfolio(
        s.id(),
        s.name(),
        s.currency(),
        LotMethod.valueOf(s.lotMethod()),
        TaxTreatment.valueOf(s.taxTreatment()),
        s.createdAt(),
        s.version());
  }

  static PortfolioImport portfolioImport(StoredImport s) {
    return new PortfolioImport(
        s.id(),
        s.format(),
        s.fileName(),
        s.fileHash(),
        s.account(),
        s.importedAt(),
        s.imported(),
        s.duplicates(),
        s.ignored());
  }

  static Transaction transaction(StoredTransaction s) {
    return new Transaction(
        s.id(),
        s.date(),
        s.settlement(),
        TransactionType.valueOf(s.kind()),
        s.symbol(),
        option(s.option()),
        s.quantity(),
        s.price(),
        s.fees(),
        s.amount(),
        s.currency(),
        s.ratio(),
        lots(s.chosenLots()),
        s.note(),
        s.line(),
        s.fingerprint(),
        s.importId());
  }

  static StoredTransaction stored(Transaction t, @Nullable UUID importId) {
    return new StoredTransaction(
        t.id(),
        importId,
        0,
        t.date(),
        t.settlement(),
        t.type().name(),
        t.symbol(),
        stored(t.option()),
        t.quantity(),
        t.price(),
        t.fees(),
        t.amount(),
        t.currency(),
        t.ratio(),
        stored(t.lots()),
        cut(t.note(), LONGEST_NOTE),
        t.line(),
        t.fingerprint());
  }

  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private static @Nullable OptionContract option(@Nullable StoredOption s) {
    return s == null
        ? null
        : new OptionContract(
            s.underlying(), s.expiry(), s.strike(), Right.valueOf(s.right()), s.multiplier());
  }

  private static @Nullable StoredOption stored(@Nullable OptionContract o) {
    return o == null
        ? null
        : new StoredOption(
            o.underlying(), o.expiry(), o.strike(), o.right().name(), o.multiplier());
  }

  private static List<LotChoice> lots(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(","))
            .map(one -> one.split(":"))
            .map(pair -> new LotChoice(UUID.fromString(pair[0]), new BigDecimal(pair[1])))
            .toList();
  }

  private static @Nullable String stored(List<LotChoice> lots) {
    return lots.isEmpty()
        ? null
        : lots.stream()
            .map(choice -> choice.lot() + ":" + choice.quantity().toPlainString())
            .collect(Collectors.joining(","));
  }
}
