package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.portfolio.RealisedGain.Term;
import magnus.portfolio.TaxTreatment;
import magnus.portfolio.tax.TaxLot.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Matches losses with purchases by 26 USC 1091 and 26 CFR 1.1091-1 and -2: a loss does not count as
 * far as substantially identical shares, or an option to acquire them, were bought from 30 days
 * before to 30 days after the sale, by the owner or his spouse in any account. It moves into the
 * replacement's basis with the time that the sold shares were held (26 USC 1223(3)); where the
 * replacement is in a retirement account it is lost (Rev. Rul. 2008-5).
 *
 * <ul>
 *   <li>Losses are matched in the order of the sales, replacements in the order of their purchase,
 *       each share once (26 CFR 1.1091-1 (b) to (e)).
 *   <li>What is left of the very lot that was sold from replaces nothing, nor does what is sold on
 *       the same day (Rev. Rul. 56-602), nor what came without a purchase.
 *   <li>A short sale closed at a loss is washed by another short sale (26 USC 1091(e)). That a
 *       written option closed at a loss is washed by writing it again is not ruled; it is not done
 *       here.
 * </ul>
 */
public final class WashSales {

  /** Days on each side of the sale. */
  public static final int DAYS = 30;

  private final Map<UUID, TaxAccount> accounts = new HashMap<>();
  private final Map<UUID, LotBook> books = new LinkedHashMap<>();
  private final List<LotBook> byAge;
  private final Identity identity;
  private final List<Washed> washed = new ArrayList<>();
  private final List<TaxedSale> taxed = new ArrayList<>();

  private WashSales(
      List<TaxAccount> accounts, List<TaxLot> lots, List<LotSale> sales, Identity identity) {
    this.identity = identity;
    accounts.forEach(a -> this.accounts.put(a.id(), a));
    for (TaxLot lot : lots) {
      if (!this.accounts.containsKey(lot.account())) {
        throw new IllegalArgumentException("lot " + lot.id() + " is in no known account");
      }
      books.put(lot.id(), new LotBook(lot));
    }
    sales.forEach(sale -> book(sale).willSell(sale));
    byAge =
        books.values().stream()
            .filter(b -> b.lot().opened() != null)
            .sorted(Comparator.comparing(b -> opened(b.lot())))
            .toList();
  }

  /**
   * Walks through a history.
   *
   * @param lots in the order of purchase within a day
   * @param sales in any order; those of one day are taken in the order given
   * @throws IllegalArgumentException for a lot of an unknown account, a sale of an unknown lot or
   *     one of more than is left
   */
  public static WashSaleReport of(
      List<TaxAccount> accounts, List<TaxLot> lots, List<LotSale> sales, Identity identity) {
    WashSales walk = new WashSales(accounts, lots, sales, identity);
    sales.stream().sorted(Comparator.comparing(LotSale::closed)).forEach(walk::sell);
    return new WashSaleReport(walk.washed, walk.taxed, walk.open());
  }

  private LotBook book(LotSale sale) {
    LotBook book = books.get(sale.lot());
    if (book == null) {
      throw new IllegalArgumentException(
          "closing " + sale.closing() + " ends the unknown lot " + sale.lot());
    }
    return book;
  }

  private static LocalDate opened(TaxLot lot) {
    LocalDate opened = lot.opened();
    return opened == null ? LocalDate.MIN : opened;
  }

  private void sell(LotSale sale) {
    LotBook book = book(sale);
    BigDecimal rest = sale.money();
    List<LotPart> parts = book.take(sale);
    for (int i = 0; i < parts.size(); i++) {
      LotPart part = parts.get(i);
      BigDecimal money = null;
      if (rest != null && sale.money() != null) {
        money =
            i == parts.size() - 1
                ? rest
                : LotPart.share(sale.money(), part.quantity(), sale.quantity());
        rest = rest.subtract(money);
      }
      sell(sale, book.lot(), part, money);
    }
  }

  private void sell(LotSale sale, TaxLot lot, LotPart part, @Nullable BigDecimal money) {
    boolean held = lot.origin().isHeld();
    BigDecimal proceeds = held ? money : part.money();
    BigDecimal basis = held ? part.money() : money;
    BigDecimal gain = proceeds == null || basis == null ? null : proceeds.subtract(basis);
    boolean taxable = kind(lot) == TaxTreatment.TAXABLE;
    BigDecimal disallowed = BigDecimal.ZERO;
    if (taxable && gain != null && gain.signum() < 0) {
      disallowed = wash(sale, lot, part, gain.negate());
    }
    BigDecimal counts = gain == null ? null : taxable ? gain.add(disallowed) : BigDecimal.ZERO;
    taxed.add(
        new TaxedSale(
            sale.closing(),
            lot.id(),
            lot.account(),
            lot.symbol(),
            part.heldSince(),
            sale.closed(),
            part.quantity(),
            proceeds,
            basis,
            disallowed,
            counts,
            held ? Term.of(part.heldSince(), sale.closed()) : Term.SHORT));
  }

  private TaxTreatment kind(TaxLot lot) {
    TaxAccount account = accounts.get(lot.account());
    return account == null ? TaxTreatment.TAXABLE : account.kind();
  }

  /** Matches a loss with replacements; returns how much of it is washed. */
  private BigDecimal wash(LotSale sale, TaxLot sold, LotPart part, BigDecimal loss) {
    BigDecimal perUnit = sold.shares();
    BigDecimal open = part.quantity().multiply(perUnit);
    BigDecimal all = open;
    BigDecimal left = loss;
    LocalDate day = sale.closed();
    for (LotBook book : byAge) {
      if (open.signum() == 0) {
        break;
      }
      TaxLot other = book.lot();
      if (other.id().equals(sold.id())
          || !book.openedWithin(day.minusDays(DAYS), day.plusDays(DAYS))
          || !replaces(sold, other)) {
        continue;
      }
      BigDecimal shares = book.free(day).multiply(other.shares()).min(open);
      if (shares.signum() <= 0) {
        continue;
      }
      BigDecimal now =
          shares.compareTo(open) == 0 ? left : LotPart.share(loss, shares, all).min(left);
      match(sale, sold, part, book, shares, now);
      left = left.subtract(now);
      open = open.subtract(shares);
    }
    return loss.subtract(left);
  }

  private boolean replaces(TaxLot sold, TaxLot other) {
    if (sold.origin() == Origin.SOLD_SHORT) {
      return other.origin() == Origin.SOLD_SHORT
          && identity.sameShares(sold.symbol(), other.symbol());
    }
    if (!sold.origin().isHeld()) {
      return false;
    }
    if (sold.option() != null) {
      return other.origin() == Origin.BOUGHT
          && other.option() != null
          && identity.sameOption(sold.option(), other.option());
    }
    if (!identity.sameShares(sold.symbol(), other.underlying())) {
      return false;
    }
    return other.option() == null
        ? other.origin() == Origin.BOUGHT
        : AcquiringOption.isOne(other.option(), other.origin());
  }

  private void match(
      LotSale sale, TaxLot sold, LotPart part, LotBook book, BigDecimal shares, BigDecimal loss) {
    TaxLot other = book.lot();
    boolean forGood = kind(other) == TaxTreatment.RETIREMENT;
    LocalDate bought = opened(other);
    LocalDate since = forGood ? bought : bought.minusDays(daysHeld(part, sale.closed()));
    BigDecimal units = shares.divide(other.shares(), MathContext.DECIMAL64);
    BigDecimal[] rest = {forGood ? BigDecimal.ZERO : loss, units};
    book.use(
        units,
        affected -> {
          BigDecimal added = LotPart.share(rest[0], affected.quantity(), rest[1]);
          rest[0] = rest[0].subtract(added);
          rest[1] = rest[1].subtract(affected.quantity());
          BigDecimal raise = other.origin().isHeld() ? added : added.negate();
          return affected.washing(raise, added, since);
        });
    washed.add(
        new Washed(
            sale.closing(),
            sold.id(),
            sale.closed(),
            shares.divide(sold.shares(), MathContext.DECIMAL64).stripTrailingZeros(),
            loss,
            other.id(),
            other.account(),
            bought,
            units.stripTrailingZeros(),
            forGood,
            since));
  }

  private static long daysHeld(LotPart part, LocalDate closed) {
    LocalDate since = part.heldSince();
    return since == null ? 0 : ChronoUnit.DAYS.between(since, closed);
  }

  private List<OpenTaxLot> open() {
    List<OpenTaxLot> all = new ArrayList<>();
    for (LotBook book : books.values()) {
      for (LotPart part : book.parts()) {
        all.add(
            new OpenTaxLot(
                book.lot(), part.quantity(), part.heldSince(), part.money(), part.added()));
      }
    }
    return all;
  }
}
