package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import magnus.market.OptionChain.Right;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;

/**
 * Finds the trade in the underlying that an assignment or exercise led to: same underlying, at the
 * strike, in the right direction, of at least that many shares, at most five days apart (an
 * assignment of a Friday is booked on Monday).
 */
final class Deliveries {

  private static final long MOST_DAYS = 5;

  /** Delivery by the id of the option's end. */
  private final Map<UUID, Transaction> deliveryOf = new HashMap<>();

  private final Map<UUID, List<Transaction>> endsOf = new HashMap<>();

  private Deliveries() {}

  static Deliveries match(List<Transaction> transactions) {
    Deliveries found = new Deliveries();
    Map<UUID, BigDecimal> free = new HashMap<>();
    for (Transaction t : transactions) {
      OptionContract option = t.option();
      if (option != null && needsDelivery(t)) {
        found.matchOne(t, option, transactions, free);
      }
    }
    return found;
  }

  Optional<Transaction> deliveryOf(Transaction end) {
    return Optional.ofNullable(deliveryOf.get(end.id()));
  }

  /** The ends that a trade delivers. */
  List<Transaction> endsOf(Transaction trade) {
    return endsOf.getOrDefault(trade.id(), List.of());
  }

  /** Whether the holder of the account buys the underlying. */
  static boolean buys(TransactionType end, Right right) {
    return (end == TransactionType.EXERCISE) == (right == Right.CALL);
  }

  private static boolean needsDelivery(Transaction t) {
    return (t.type() == TransactionType.ASSIGN || t.type() == TransactionType.EXERCISE)
        && t.amount().signum() == 0;
  }

  private void matchOne(
      Transaction end, OptionContract option, List<Transaction> all, Map<UUID, BigDecimal> free) {
    BigDecimal shares = end.quantity().abs().multiply(BigDecimal.valueOf(option.multiplier()));
    boolean buys = buys(end.type(), option.right());
    all.stream()
        .filter(t -> t.option() == null && option.underlying().equals(t.symbol()))
        .filter(t -> t.type().isTrade() && isPurchase(t) == buys)
        .filter(t -> atStrike(t, option))
        .filter(t -> days(end, t) <= MOST_DAYS)
        .filter(t -> free.getOrDefault(t.id(), t.quantity()).compareTo(shares) >= 0)
        .min(Comparator.comparingLong(t -> days(end, t)))
        .ifPresent(
            t -> {
              deliveryOf.put(end.id(), t);
              endsOf.computeIfAbsent(t.id(), id -> new ArrayList<>()).add(end);
              free.put(t.id(), free.getOrDefault(t.id(), t.quantity()).subtract(shares));
            });
  }

  private static boolean atStrike(Transaction t, OptionContract option) {
    BigDecimal price = t.price();
    return price != null && price.compareTo(option.strike()) == 0;
  }

  private static boolean isPurchase(Transaction t) {
    return switch (t.type().effect()) {
      case OPEN_LONG, CLOSE_SHORT -> true;
      default -> false;
    };
  }

  private static long days(Transaction a, Transaction b) {
    return Math.abs(ChronoUnit.DAYS.between(a.date(), b.date()));
  }
}
