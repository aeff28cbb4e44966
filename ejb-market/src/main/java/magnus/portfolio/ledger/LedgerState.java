package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magnus.portfolio.Lot;
import magnus.portfolio.Missing;
import magnus.portfolio.Position;
import magnus.portfolio.RealisedGain;

/**
 * Where a history has led.
 *
 * @param lots open lots by symbol and age
 * @param cash by currency: the sum of all cash effects
 * @param realised in the order of closing
 * @param flows what crossed the border, in order
 * @param income dividends, interest, fees and taxes, in order
 * @param shortages closings that found too little; what they lacked was taken as held before, at
 *     unknown cost
 * @param misChosen lots that a seller named and that were not there in that quantity
 * @param notices what could not be carried through as told
 */
public record LedgerState(
    List<Lot> lots,
    Map<String, BigDecimal> cash,
    List<RealisedGain> realised,
    List<ExternalFlow> flows,
    List<Income> income,
    List<Shortage> shortages,
    List<MisChosenLot> misChosen,
    List<Missing> notices) {

  public LedgerState {
    lots = List.copyOf(lots);
    cash = Map.copyOf(cash);
    realised = List.copyOf(realised);
    flows = List.copyOf(flows);
    income = List.copyOf(income);
    shortages = List.copyOf(shortages);
    misChosen = List.copyOf(misChosen);
    notices = List.copyOf(notices);
  }

  /** Lots summed by symbol and currency, without positions that net to nothing. */
  public List<Position> positions() {
    record Key(String symbol, String currency) {}
    Map<Key, List<Lot>> bySymbol = new LinkedHashMap<>();
    for (Lot lot : lots) {
      bySymbol
          .computeIfAbsent(new Key(lot.symbol(), lot.currency()), k -> new ArrayList<>())
          .add(lot);
    }
    List<Position> all = new ArrayList<>();
    bySymbol.forEach((key, part) -> all.add(sum(part)));
    return all;
  }

  private static Position sum(List<Lot> lots) {
    Lot first = lots.get(0);
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal known = BigDecimal.ZERO;
    boolean unknown = false;
    for (Lot lot : lots) {
      quantity = quantity.add(lot.quantity());
      BigDecimal basis = lot.costBasis();
      if (basis == null) {
        unknown = true;
      } else {
        known = known.add(basis);
      }
    }
    return new Position(
        first.symbol(), first.option(), first.currency(), quantity, unknown ? null : known);
  }

  public BigDecimal cash(String currency) {
    return cash.getOrDefault(currency, BigDecimal.ZERO);
  }

  /** Known gains in a currency. */
  public BigDecimal realised(String currency) {
    BigDecimal sum = BigDecimal.ZERO;
    for (RealisedGain gain : realised) {
      BigDecimal known = gain.gain();
      if (known != null && gain.currency().equals(currency)) {
        sum = sum.add(known);
      }
    }
    return sum;
  }

  /** Dividends and interest less fees and taxes, in a currency. */
  public BigDecimal income(String currency) {
    return income.stream()
        .filter(i -> i.currency().equals(currency))
        .map(Income::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Cash in every currency, sorted by its code. */
  public Map<String, BigDecimal> cashSorted() {
    return new TreeMap<>(cash);
  }
}
