package magnus.portfolio.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One lot with its parts and all the sales that it will see. */
final class LotBook {

  private static final Comparator<LotPart> OLDEST_FIRST =
      Comparator.comparing(LotPart::heldSince, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final TaxLot lot;

  /** What is still to be sold, by day. */
  private final Map<LocalDate, BigDecimal> pending = new HashMap<>();

  private final List<LotPart> parts = new ArrayList<>();

  LotBook(TaxLot lot) {
    this.lot = lot;
    parts.add(LotPart.whole(lot));
  }

  TaxLot lot() {
    return lot;
  }

  void willSell(LotSale sale) {
    pending.merge(sale.closed(), sale.quantity(), BigDecimal::add);
  }

  List<LotPart> parts() {
    return List.copyOf(parts);
  }

  /** Whether it was opened on one of the days. */
  boolean openedWithin(LocalDate first, LocalDate last) {
    LocalDate opened = lot.opened();
    return opened != null && !opened.isBefore(first) && !opened.isAfter(last);
  }

  /** Carries a sale out: what was held longest goes first. */
  List<LotPart> take(LotSale sale) {
    BigDecimal wanted = sale.quantity();
    pending.merge(sale.closed(), wanted.negate(), BigDecimal::add);
    List<LotPart> taken = new ArrayList<>();
    BigDecimal open = wanted;
    parts.sort(OLDEST_FIRST);
    while (open.signum() > 0 && !parts.isEmpty()) {
      LotPart first = parts.get(0);
      if (first.quantity().compareTo(open) <= 0) {
        taken.add(parts.remove(0));
        open = open.subtract(first.quantity());
      } else {
        LotPart part = first.of(open);
        taken.add(part);
        parts.set(0, first.without(part));
        open = BigDecimal.ZERO;
      }
    }
    if (open.signum() > 0) {
      throw new IllegalArgumentException(
          "lot " + lot.id() + " is closed by " + open + " more than it had");
    }
    return taken;
  }

  /**
   * How much of it can still wash a loss of that day: what has washed none and is not sold on the
   * day itself, since what goes with the loss replaces nothing (Rev. Rul. 56-602).
   */
  BigDecimal free(LocalDate day) {
    BigDecimal going = pending.getOrDefault(day, BigDecimal.ZERO);
    BigDecimal ofUnused = going.subtract(sum(true)).max(BigDecimal.ZERO);
    return sum(false).subtract(ofUnused).max(BigDecimal.ZERO);
  }

  private BigDecimal sum(boolean used) {
    return parts.stream()
        .filter(p -> p.used() == used)
        .map(LotPart::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Changes that much of what has washed no loss yet. */
  List<LotPart> use(BigDecimal quantity, UnaryOperator<LotPart> change) {
    List<LotPart> changed = new ArrayList<>();
    BigDecimal open = quantity;
    for (int i = 0; i < parts.size() && open.signum() > 0; i++) {
      LotPart part = parts.get(i);
      if (part.used()) {
        continue;
      }
      BigDecimal most = part.quantity().min(open);
      LotPart affected = most.compareTo(part.quantity()) == 0 ? part : part.of(most);
      LotPart now = change.apply(affected);
      changed.add(now);
      if (affected == part) {
        parts.set(i, now);
      } else {
        parts.set(i, part.without(affected));
        parts.add(i, now);
        i++;
      }
      open = open.subtract(most);
    }
    return changed;
  }
}
