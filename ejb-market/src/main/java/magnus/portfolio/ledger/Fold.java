package magnus.portfolio.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import magnus.market.CorporateAction;
import magnus.portfolio.Lot;
import magnus.portfolio.LotChoice;
import magnus.portfolio.LotMethod;
import magnus.portfolio.Missing;
import magnus.portfolio.OptionContract;
import magnus.portfolio.RealisedGain;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;
import org.jspecify.annotations.Nullable;

/**
 * Applies events one after the other. Rules of options: IRS Publication 550, "Puts and Calls" – the
 * premium of a written option that is assigned and the cost of one that is exercised become part of
 * the delivery's basis or proceeds; one that expires is a gain or loss of its own.
 */
final class Fold {

  /**
   * What an option's end adds to the money of its delivery: premium received, or the negative of
   * what it cost.
   */
  private record Carry(@Nullable BigDecimal premium) {
    static final Carry NONE = new Carry(BigDecimal.ZERO);

    Carry plus(Carry other) {
      return new Carry(
          premium == null || other.premium == null ? null : premium.add(other.premium));
    }

    @Nullable BigDecimal received(BigDecimal amount) {
      return premium == null ? null : amount.add(premium);
    }

    @Nullable BigDecimal paid(BigDecimal amount) {
      return premium == null ? null : amount.add(premium).negate();
    }
  }

  private final LotMethod method;
  private final Deliveries deliveries;
  private final Map<LotKey, LotStack> stacks = new HashMap<>();
  private final Map<String, BigDecimal> splitFactors = new HashMap<>();
  private final Map<UUID, Carry> carries = new HashMap<>();
  private final Set<UUID> ended = new HashSet<>();

  private final Map<String, BigDecimal> cash = new LinkedHashMap<>();
  private final List<RealisedGain> realised = new ArrayList<>();
  private final List<ExternalFlow> flows = new ArrayList<>();
  private final List<Income> income = new ArrayList<>();
  private final List<Shortage> shortages = new ArrayList<>();
  private final List<MisChosenLot> misChosen = new ArrayList<>();
  private final List<Missing> notices = new ArrayList<>();

  private final List<Opening> openings;
  private final LocalDate begin;
  private boolean begun;

  Fold(LotMethod method, Deliveries deliveries, List<Opening> openings, LocalDate begin) {
    this.method = method;
    this.deliveries = deliveries;
    this.openings = openings;
    this.begin = begin;
  }

  /** On its first day the history takes over what was held before. */
  private void begin() {
    begun = true;
    for (Opening opening : openings) {
      LotKey key = opening.key();
      stack(key).add(opening.toLot());
      BigDecimal in = key.written() ? opening.quantity().negate() : opening.quantity();
      flows.add(
          new ExternalFlow(
              begin, key.currency(), BigDecimal.ZERO, key.symbol(), opening.option(), in, null));
    }
  }

  /**
   * Applies all events of one day. A closing that finds too little waits for the end of the day,
   * since sources do not always tell the order within one.
   */
  void applyDay(List<Event> events) {
    if (!begun && !events.get(0).date().isBefore(begin)) {
      begin();
    }
    List<Transaction> waiting = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.Corporate c) {
        apply(c.action());
      } else if (event instanceof Event.Own own) {
        if (lacks(own.transaction())) {
          waiting.add(own.transaction());
        } else {
          apply(own.transaction());
        }
      }
    }
    waiting.forEach(this::apply);
  }

  LedgerState state() {
    List<Lot> lots = new ArrayList<>();
    stacks.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<LotKey, LotStack> e) -> e.getKey().symbol())
                .thenComparing(e -> e.getKey().currency())
                .thenComparing(e -> e.getKey().written()))
        .forEach(e -> e.getValue().lots().forEach(lot -> lots.add(lot.toLot(e.getKey()))));
    return new LedgerState(lots, cash, realised, flows, income, shortages, misChosen, notices);
  }

  /** Quantities by symbol and currency; long and short of one symbol stand apart. */
  List<HeldQuantity> quantities() {
    List<HeldQuantity> all = new ArrayList<>();
    stacks.forEach(
        (key, stack) -> {
          if (!stack.isEmpty()) {
            BigDecimal quantity = stack.quantity();
            all.add(
                new HeldQuantity(
                    key.symbol(),
                    stack.first().option(),
                    key.currency(),
                    key.written() ? quantity.negate() : quantity));
          }
        });
    return all;
  }

  BigDecimal cash(String currency) {
    return cash.getOrDefault(currency, BigDecimal.ZERO);
  }

  /** What crossed the border, from that place in the order on. */
  List<ExternalFlow> flowsFrom(int index) {
    return List.copyOf(flows.subList(index, flows.size()));
  }

  private boolean lacks(Transaction t) {
    LotKey key =
        switch (t.type().effect()) {
          case CLOSE_LONG, TRANSFER_OUT -> LotKey.held(t);
          case CLOSE_SHORT -> LotKey.written(t);
          case END_OPTION -> endKey(t);
          default -> null;
        };
    return key != null
        && t.symbol() != null
        && stack(key).quantity().compareTo(t.quantity().abs()) < 0;
  }

  private void apply(CorporateAction action) {
    if (action.kind() == CorporateAction.Kind.SPLIT) {
      split(action.symbol(), action.amount());
      return;
    }
    stacks.forEach(
        (key, stack) -> {
          if (key.symbol().equals(action.symbol()) && !stack.isEmpty()) {
            BigDecimal paid = action.amount().multiply(stack.quantity());
            BigDecimal amount = key.written() ? paid.negate() : paid;
            cash.merge(key.currency(), amount, BigDecimal::add);
            income.add(new Income(action.exDate(), key.currency(), key.symbol(), amount, false));
          }
        });
  }

  private void apply(Transaction t) {
    if (!ended.add(t.id())) {
      return;
    }
    deliveries.endsOf(t).forEach(this::apply);
    cash.merge(t.currency(), t.amount(), BigDecimal::add);
    Carry carry = carries.getOrDefault(t.id(), Carry.NONE);
    switch (t.type().effect()) {
      case OPEN_LONG ->
          stack(LotKey.held(t)).add(opened(t, t.option(), t.quantity(), carry.paid(t.amount())));
      case OPEN_SHORT ->
          stack(LotKey.written(t))
              .add(opened(t, t.option(), t.quantity(), carry.received(t.amount())));
      case CLOSE_LONG -> closeHeld(t, carry);
      case CLOSE_SHORT -> realise(t, LotKey.written(t), t.quantity(), carry.paid(t.amount()));
      case END_OPTION -> end(t);
      case INCOME -> income.add(new Income(t.date(), t.currency(), t.symbol(), t.amount(), false));
      case EXPENSE -> income.add(new Income(t.date(), t.currency(), t.symbol(), t.amount(), true));
      case RETURN_OF_CAPITAL -> returnCapital(t);
      case FLOW -> flows.add(ExternalFlow.cash(t.date(), t.currency(), t.amount()));
      case TRANSFER_IN -> transferIn(t);
      case TRANSFER_OUT -> transferOut(t);
      case SPLIT -> splitAsTold(t);
    }
  }

  private static OpenLot opened(
      Transaction t,
      @Nullable OptionContract option,
      BigDecimal quantity,
      @Nullable BigDecimal money) {
    return new OpenLot(t.id(), option, t.date(), quantity, money);
  }

  private void closeHeld(Transaction t, Carry carry) {
    if (t.quantity().signum() == 0) {
      income.add(new Income(t.date(), t.currency(), t.symbol(), t.amount(), false));
    } else {
      realise(t, LotKey.held(t), t.quantity(), carry.received(t.amount()));
    }
  }

  /** Takes lots out and books their gain against the closing's money, split by quantity. */
  private void realise(Transaction t, LotKey key, BigDecimal quantity, @Nullable BigDecimal money) {
    BigDecimal rest = money;
    List<OpenLot> parts = take(t, key, quantity);
    for (int i = 0; i < parts.size(); i++) {
      OpenLot part = parts.get(i);
      BigDecimal closing = null;
      if (money != null && rest != null) {
        closing = i == parts.size() - 1 ? rest : OpenLot.share(money, part.quantity(), quantity);
        rest = rest.subtract(closing);
      }
      realised.add(gain(t, key, part, closing));
    }
  }

  private static RealisedGain gain(
      Transaction t, LotKey key, OpenLot part, @Nullable BigDecimal closing) {
    BigDecimal proceeds = key.written() ? part.money() : closing;
    BigDecimal basis = key.written() ? closing : part.money();
    return new RealisedGain(
        part.id(),
        t.id(),
        key.symbol(),
        part.option(),
        key.currency(),
        part.opened(),
        t.date(),
        part.quantity(),
        proceeds,
        basis,
        proceeds == null || basis == null ? null : proceeds.subtract(basis),
        term(key, part.opened(), t.date()));
  }

  private static RealisedGain.Term term(LotKey key, @Nullable LocalDate opened, LocalDate closed) {
    if (key.written()) {
      return RealisedGain.Term.SHORT;
    }
    return RealisedGain.Term.of(opened, closed);
  }

  private List<OpenLot> take(Transaction t, LotKey key, BigDecimal quantity) {
    LotStack stack = stack(key);
    BigDecimal held = stack.quantity();
    checkChoices(t, stack);
    List<OpenLot> parts = new ArrayList<>(stack.take(quantity, method, t.lots()));
    BigDecimal missing = quantity.subtract(held);
    if (missing.signum() > 0) {
      BigDecimal factor = splitFactors.getOrDefault(key.symbol(), BigDecimal.ONE);
      BigDecimal atStart = missing.divide(factor, MathContext.DECIMAL64).stripTrailingZeros();
      shortages.add(new Shortage(t, key, held, missing, atStart));
      parts.add(
          new OpenLot(
              Opening.lotId(key),
              t.option() != null && t.option().symbol().equals(key.symbol()) ? t.option() : null,
              null,
              missing,
              null));
    }
    return parts;
  }

  private void checkChoices(Transaction t, LotStack stack) {
    for (LotChoice choice : t.lots()) {
      BigDecimal there =
          stack.lots().stream()
              .filter(lot -> lot.id().equals(choice.lot()))
              .map(OpenLot::quantity)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (there.compareTo(choice.quantity()) < 0) {
        misChosen.add(new MisChosenLot(t, choice, there));
      }
    }
  }

  private LotKey endKey(Transaction t) {
    LotKey held = LotKey.held(t);
    LotKey written = LotKey.written(t);
    return switch (t.type()) {
      case ASSIGN -> written;
      case EXERCISE -> held;
      default -> {
        LotKey told = t.quantity().signum() < 0 ? held : written;
        LotKey other = told.equals(held) ? written : held;
        yield stack(told).isEmpty() && !stack(other).isEmpty() ? other : told;
      }
    };
  }

  private void end(Transaction t) {
    OptionContract option = t.option();
    LotKey key = endKey(t);
    BigDecimal contracts = t.quantity().abs();
    if (option == null || t.type() == TransactionType.EXPIRE) {
      realise(t, key, contracts, key.written() ? t.amount().negate() : t.amount());
      return;
    }
    Transaction delivery = deliveries.deliveryOf(t).orElse(null);
    if (delivery == null && t.amount().signum() == 0) {
      notices.add(
          new Missing(
              option.symbol(),
              "No delivery of "
                  + option.underlying()
                  + " at "
                  + option.strike()
                  + " was found for the "
                  + (t.type() == TransactionType.ASSIGN ? "assignment" : "exercise")
                  + " of "
                  + t.date()
                  + "; the option counts as ended without value."));
      realise(t, key, contracts, BigDecimal.ZERO);
      return;
    }
    Carry carry = Carry.NONE;
    for (OpenLot part : take(t, key, contracts)) {
      BigDecimal money = part.money();
      carry = carry.plus(new Carry(money == null || key.written() ? money : money.negate()));
    }
    if (delivery != null) {
      carries.merge(delivery.id(), carry, Carry::plus);
    } else {
      deliver(t, option, contracts, carry);
    }
  }

  private void deliver(Transaction t, OptionContract option, BigDecimal contracts, Carry carry) {
    LotKey stock = new LotKey(option.underlying(), t.currency(), false);
    BigDecimal shares = contracts.multiply(BigDecimal.valueOf(option.multiplier()));
    if (Deliveries.buys(t.type(), option.right())) {
      stack(stock).add(opened(t, null, shares, carry.paid(t.amount())));
    } else {
      realise(t, stock, shares, carry.received(t.amount()));
    }
  }

  /** Lowers the basis of the lots held, each by its share; what exceeds a basis is a gain. */
  private void returnCapital(Transaction t) {
    LotKey key = LotKey.held(t);
    LotStack stack = stack(key);
    BigDecimal all = stack.quantity();
    if (all.signum() == 0) {
      income.add(new Income(t.date(), t.currency(), t.symbol(), t.amount(), false));
      return;
    }
    BigDecimal rest = t.amount();
    List<OpenLot> lots = stack.lots();
    Map<UUID, BigDecimal> lowered = new HashMap<>();
    for (int i = 0; i < lots.size(); i++) {
      OpenLot lot = lots.get(i);
      BigDecimal share =
          i == lots.size() - 1 ? rest : OpenLot.share(t.amount(), lot.quantity(), all);
      rest = rest.subtract(share);
      BigDecimal basis = lot.money();
      if (basis != null) {
        BigDecimal off = share.min(basis);
        lowered.put(lot.id(), basis.subtract(off));
        if (share.compareTo(off) > 0) {
          realised.add(gain(t, key, lot.withMoney(BigDecimal.ZERO), share.subtract(off)));
        }
      }
    }
    stack.replaceAll(
        lot -> {
          BigDecimal now = lowered.get(lot.id());
          return now == null ? lot : lot.withMoney(now);
        });
  }

  private void transferIn(Transaction t) {
    if (t.symbol() == null || t.quantity().signum() == 0) {
      flows.add(ExternalFlow.cash(t.date(), t.currency(), t.amount()));
      return;
    }
    BigDecimal price = t.price();
    BigDecimal basis =
        price == null
            ? null
            : price.multiply(t.quantity()).multiply(BigDecimal.valueOf(t.multiplier()));
    stack(LotKey.held(t)).add(new OpenLot(t.id(), t.option(), null, t.quantity(), basis));
    flows.add(
        new ExternalFlow(
            t.date(), t.currency(), t.amount(), t.symbol(), t.option(), t.quantity(), basis));
  }

  private void transferOut(Transaction t) {
    if (t.symbol() == null || t.quantity().signum() == 0) {
      flows.add(ExternalFlow.cash(t.date(), t.currency(), t.amount()));
      return;
    }
    BigDecimal basis = BigDecimal.ZERO;
    for (OpenLot part : take(t, LotKey.held(t), t.quantity())) {
      BigDecimal money = part.money();
      basis = basis == null || money == null ? null : basis.add(money);
    }
    flows.add(
        new ExternalFlow(
            t.date(),
            t.currency(),
            t.amount(),
            t.symbol(),
            t.option(),
            t.quantity().negate(),
            basis));
  }

  private void splitAsTold(Transaction t) {
    BigDecimal ratio = t.ratio();
    String symbol = String.valueOf(t.symbol());
    if (ratio != null) {
      split(symbol, ratio);
      return;
    }
    LotStack held = stack(LotKey.held(t));
    LotStack written = stack(LotKey.written(t));
    if (held.isEmpty() && written.isEmpty()) {
      notices.add(
          new Missing(
              symbol,
              "The split of " + t.date() + " added " + t.quantity() + " shares to none known."));
      held.add(new OpenLot(t.id(), null, null, t.quantity().max(BigDecimal.ZERO), null));
      return;
    }
    LotStack split = held.isEmpty() ? written : held;
    BigDecimal before = split.quantity();
    BigDecimal added = held.isEmpty() ? t.quantity().negate() : t.quantity();
    BigDecimal after = before.add(added);
    split.splitTo(after);
    if (after.signum() <= 0) {
      notices.add(
          new Missing(
              symbol,
              "The split of "
                  + t.date()
                  + " took "
                  + t.quantity().abs()
                  + " shares of "
                  + before
                  + " and left none."));
      return;
    }
    BigDecimal told = after.divide(before, MathContext.DECIMAL64);
    splitFactors.merge(symbol, told, BigDecimal::multiply);
    splitOptions(symbol, told);
  }

  private void split(String symbol, BigDecimal ratio) {
    splitFactors.merge(symbol, ratio, BigDecimal::multiply);
    stacks.forEach(
        (key, stack) -> {
          if (key.symbol().equals(symbol)) {
            stack.split(ratio);
          }
        });
    splitOptions(symbol, ratio);
  }

  /**
   * Contracts on a stock that splits n for one become n times as many at an n-th of the strike (OCC
   * By-Laws, Art. VI §11A).
   */
  private void splitOptions(String symbol, BigDecimal ratio) {
    for (LotKey key : List.copyOf(stacks.keySet())) {
      LotStack stack = stack(key);
      OptionContract option = stack.isEmpty() ? null : stack.lots().get(0).option();
      if (option == null || !option.underlying().equals(symbol)) {
        continue;
      }
      BigDecimal strike = option.strike().divide(ratio, MathContext.DECIMAL64).stripTrailingZeros();
      if (ratio.stripTrailingZeros().scale() > 0 || strike.scale() > 3) {
        notices.add(
            new Missing(
                key.symbol(),
                "A split of "
                    + symbol
                    + " by "
                    + ratio
                    + " changed this contract's terms; it is kept as it was."));
        continue;
      }
      OptionContract adjusted =
          new OptionContract(symbol, option.expiry(), strike, option.right(), option.multiplier());
      stack.split(ratio);
      LotStack target = stack(new LotKey(adjusted.symbol(), key.currency(), key.written()));
      stack
          .lots()
          .forEach(
              lot ->
                  target.add(
                      new OpenLot(lot.id(), adjusted, lot.opened(), lot.quantity(), lot.money())));
      stacks.remove(key);
    }
  }

  private LotStack stack(LotKey key) {
    return stacks.computeIfAbsent(key, k -> new LotStack());
  }
}
