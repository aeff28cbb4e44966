package magnus.portfolio.tax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.TaxTreatment;
import magnus.portfolio.tax.TaxLot.Origin;
import org.jspecify.annotations.Nullable;

/** One of the worked cases in {@code wash-sales.txt}, whose head explains the notation. */
final class WashSaleCase {

  static final List<TaxAccount> ACCOUNTS =
      List.of(
          account('T', TaxTreatment.TAXABLE),
          account('U', TaxTreatment.TAXABLE),
          account('S', TaxTreatment.TAXABLE),
          account('R', TaxTreatment.RETIREMENT));

  private final String title;
  private final List<TaxLot> lots = new ArrayList<>();
  private final List<LotSale> sales = new ArrayList<>();
  private final Map<UUID, BigDecimal> left = new HashMap<>();
  private final List<String[]> expected = new ArrayList<>();
  private Identity identity = Identity.STRICT;

  private WashSaleCase(String title) {
    this.title = title;
  }

  static List<WashSaleCase> all() {
    List<WashSaleCase> all = new ArrayList<>();
    try (InputStream in = WashSaleCase.class.getResourceAsStream("wash-sales.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.startsWith("case ")) {
          all.add(new WashSaleCase(line.substring(5)));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          all.get(all.size() - 1).read(line.split(" "));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  List<String[]> expected() {
    return expected;
  }

  List<TaxLot> lots() {
    return lots;
  }

  List<LotSale> sales() {
    return sales;
  }

  WashSaleReport report() {
    return WashSales.of(ACCOUNTS, lots, sales, identity);
  }

  static UUID accountId(String letter) {
    return UUID.nameUUIDFromBytes(letter.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return title;
  }

  private static TaxAccount account(char letter, TaxTreatment kind) {
    String name = String.valueOf(letter);
    return new TaxAccount(accountId(name), name, kind);
  }

  private void read(String[] words) {
    switch (words[0]) {
      case "=" -> expected.add(Arrays.copyOfRange(words, 1, words.length));
      case "careful" -> identity = new Identity(List.of(), Identity.Options.SAME_RIGHT);
      case "same" ->
          identity =
              new Identity(List.of(Set.of(words[1], words[2])), Identity.Options.SAME_CONTRACT);
      default -> trade(words);
    }
  }

  private void trade(String[] words) {
    switch (words[2]) {
      case "buy", "reinvest", "assigned" -> open(words, Origin.BOUGHT);
      case "receive" -> open(words, Origin.RECEIVED);
      case "short" -> open(words, Origin.SOLD_SHORT);
      case "write" -> open(words, Origin.WRITTEN);
      case "write-deep" -> open(words, Origin.WRITTEN_DEEP_IN_THE_MONEY);
      case "sell", "cover" -> close(words);
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  private void open(String[] words, Origin origin) {
    UUID id = UUID.nameUUIDFromBytes((title + lots.size()).getBytes(StandardCharsets.UTF_8));
    OptionContract option = option(words[4]);
    BigDecimal quantity = new BigDecimal(words[3]);
    lots.add(
        new TaxLot(
            id,
            accountId(words[0]),
            option == null ? words[4] : option.symbol(),
            option,
            origin,
            LocalDate.parse(words[1]),
            quantity,
            new BigDecimal(words[5])));
    left.put(id, quantity);
  }

  private void close(String[] words) {
    UUID closing =
        UUID.nameUUIDFromBytes((title + "-" + sales.size()).getBytes(StandardCharsets.UTF_8));
    BigDecimal all = new BigDecimal(words[3]);
    BigDecimal open = all;
    OptionContract option = option(words[4]);
    String symbol = option == null ? words[4] : option.symbol();
    for (TaxLot lot : lots) {
      boolean chosen = words.length < 8 || LocalDate.parse(words[7]).equals(lot.opened());
      BigDecimal most = left.get(lot.id()).min(open);
      if (lot.account().equals(accountId(words[0]))
          && lot.symbol().equals(symbol)
          && chosen
          && most.signum() > 0) {
        sales.add(
            new LotSale(
                closing,
                lot.id(),
                LocalDate.parse(words[1]),
                most,
                LotPart.share(new BigDecimal(words[5]), most, all)));
        left.merge(lot.id(), most.negate(), BigDecimal::add);
        open = open.subtract(most);
      }
    }
    if (open.signum() != 0) {
      throw new IllegalArgumentException(title + ": nothing to close with " + words[3]);
    }
  }

  private static @Nullable OptionContract option(String text) {
    String[] parts = text.split(":");
    return parts.length < 4
        ? null
        : OptionContract.of(
            parts[0],
            LocalDate.parse(parts[1]),
            new BigDecimal(parts[3]),
            parts[2].equals("C") ? Right.CALL : Right.PUT);
  }
}
