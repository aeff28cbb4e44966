package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import magnus.portfolio.LotChoice;
import magnus.portfolio.LotMethod;

/** The open lots of one key, oldest first. */
final class LotStack {

  private static final int DECIMALS = 10;

  private List<OpenLot> lots = new ArrayList<>();
  private BigDecimal total = BigDecimal.ZERO;

  void add(OpenLot lot) {
    if (lot.quantity().signum() > 0) {
      lots.add(lot);
      total = total.add(lot.quantity());
    }
  }

  BigDecimal quantity() {
    return total;
  }

  private void recount() {
    lots.removeIf(lot -> lot.quantity().signum() <= 0);
    total = lots.stream().map(OpenLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean isEmpty() {
    return lots.isEmpty();
  }

  OpenLot first() {
    return lots.get(0);
  }

  List<OpenLot> lots() {
    return List.copyOf(lots);
  }

  /**
   * Takes out that quantity, or all where there is less.
   *
   * @param choices lots named by the seller; what they leave open follows the method, the oldest
   *     first for SPECIFIC
   */
  List<OpenLot> take(BigDecimal wanted, LotMethod method, List<LotChoice> choices) {
    List<OpenLot> taken = new ArrayList<>();
    BigDecimal open = wanted;
    for (LotChoice choice : choices) {
      for (int i = 0; i < lots.size(); i++) {
        if (lots.get(i).id().equals(choice.lot())) {
          BigDecimal most = choice.quantity().min(open).min(lots.get(i).quantity());
          if (most.signum() > 0) {
            taken.add(takeAt(i, most));
            open = open.subtract(most);
          }
          break;
        }
      }
    }
    while (open.signum() > 0 && !lots.isEmpty()) {
      int next = method == LotMethod.LIFO ? lots.size() - 1 : 0;
      BigDecimal most = open.min(lots.get(next).quantity());
      taken.add(takeAt(next, most));
      open = open.subtract(most);
    }
    return taken;
  }

  private OpenLot takeAt(int index, BigDecimal quantity) {
    OpenLot lot = lots.get(index);
    OpenLot part = lot.part(quantity);
    total = total.subtract(quantity);
    if (quantity.compareTo(lot.quantity()) == 0) {
      lots.remove(index);
    } else {
      lots.set(index, lot.without(part));
    }
    return part;
  }

  /** Every lot becomes {@code ratio} times as many shares at the same basis. */
  void split(BigDecimal ratio) {
    lots.replaceAll(lot -> lot.withQuantity(scaled(lot.quantity(), ratio)));
    recount();
  }

  /** The lots become that many shares together, in proportion, at the same basis. */
  void splitTo(BigDecimal after) {
    BigDecimal before = quantity();
    BigDecimal done = BigDecimal.ZERO;
    List<OpenLot> changed = new ArrayList<>(lots.size());
    for (int i = 0; i < lots.size(); i++) {
      OpenLot lot = lots.get(i);
      BigDecimal now =
          i == lots.size() - 1
              ? after.subtract(done)
              : lot.quantity().multiply(after).divide(before, DECIMALS, RoundingMode.HALF_EVEN);
      done = done.add(now);
      changed.add(lot.withQuantity(plain(now)));
    }
    lots = changed;
    recount();
  }

  void replaceAll(UnaryOperator<OpenLot> change) {
    lots.replaceAll(change);
  }

  /**
   * A reverse split told as 0.333333 means one for three: then the division is exact, the
   * multiplication is not.
   */
  private static BigDecimal scaled(BigDecimal quantity, BigDecimal ratio) {
    if (ratio.compareTo(BigDecimal.ONE) < 0) {
      double inverse = 1 / ratio.doubleValue();
      long whole = Math.round(inverse);
      if (Math.abs(inverse - whole) < 1e-3 / whole) {
        return plain(quantity.divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN));
      }
    }
    return plain(quantity.multiply(ratio).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal plain(BigDecimal quantity) {
    BigDecimal bare = quantity.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
