package magnus.portfolio.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.FieldFault;
import magnus.market.CorporateAction;
import magnus.portfolio.LotMethod;
import magnus.portfolio.OpeningPolicy;
import magnus.portfolio.Transaction;

/** Says what would be wrong with a history if a batch were added to it. */
public final class BatchCheck {

  private final List<Transaction> before;
  private final List<Transaction> batch;
  private final Map<UUID, Integer> lines = new HashMap<>();
  private final List<FieldFault> faults = new ArrayList<>();

  private BatchCheck(List<Transaction> before, List<Transaction> batch) {
    this.before = before;
    this.batch = batch;
    for (int i = 0; i < batch.size(); i++) {
      Transaction t = batch.get(i);
      lines.put(t.id(), t.line() > 0 ? t.line() : i + 1);
    }
  }

  /**
   * One fault per mistake, in the batch's order.
   *
   * @param before what the portfolio has, in order
   */
  public static List<FieldFault> faults(
      List<Transaction> before,
      List<Transaction> batch,
      OpeningPolicy opening,
      LotMethod method,
      List<CorporateAction> actions) {
    BatchCheck check = new BatchCheck(before, batch);
    for (Transaction t : batch) {
      check.faults.addAll(TransactionRules.faults(t, check.line(t)));
    }
    check.repeated();
    if (check.faults.isEmpty()) {
      check.ledger(opening, method, actions);
    }
    return List.copyOf(check.faults);
  }

  /**
   * What would newly be wrong with the transactions entered by hand if some were taken away. What
   * was wrong before is no reason to keep them, unless it gets worse.
   *
   * @param all that the portfolio has, in order
   * @param rest of these, what would be left
   * @param actions of the market for all of them
   */
  public static List<FieldFault> newFaults(
      List<Transaction> all,
      List<Transaction> rest,
      LotMethod method,
      List<CorporateAction> actions) {
    LedgerState was = byHandAfterImports(all).state(method, actions);
    BatchCheck check = byHandAfterImports(rest);
    LedgerState is = check.state(method, actions);
    is.misChosen().stream()
        .filter(bad -> was.misChosen().stream().noneMatch(old -> isNoWorse(bad, old)))
        .forEach(check::misChosen);
    is.shortages().stream()
        .filter(s -> was.shortages().stream().noneMatch(old -> isNoWorse(s, old)))
        .forEach(check::tooFew);
    return List.copyOf(check.faults);
  }

  /** Imports may begin mid-way; what was entered by hand must add up after them. */
  private static BatchCheck byHandAfterImports(List<Transaction> all) {
    return new BatchCheck(
        all.stream().filter(t -> t.importId() != null).toList(),
        all.stream().filter(t -> t.importId() == null).toList());
  }

  private static boolean isNoWorse(MisChosenLot now, MisChosenLot before) {
    return now.transaction().id().equals(before.transaction().id())
        && now.choice().equals(before.choice())
        && now.there().compareTo(before.there()) >= 0;
  }

  private static boolean isNoWorse(Shortage now, Shortage before) {
    return now.transaction().id().equals(before.transaction().id())
        && now.key().equals(before.key())
        && now.missing().compareTo(before.missing()) <= 0;
  }

  /** Both, in the order in which they happened. */
  public static List<Transaction> together(List<Transaction> before, List<Transaction> batch) {
    List<Transaction> all = new ArrayList<>(before.size() + batch.size());
    all.addAll(before);
    all.addAll(batch);
    all.sort(Comparator.comparing(Transaction::date));
    return all;
  }

  private int line(Transaction t) {
    return lines.getOrDefault(t.id(), 0);
  }

  private void repeated() {
    Set<String> seen = new HashSet<>();
    for (Transaction t : batch) {
      String fingerprint = t.fingerprint();
      if (fingerprint != null && !seen.add(fingerprint)) {
        faults.add(
            new FieldFault(
                line(t), "fingerprint", fingerprint, "a row that came only once in the batch"));
      }
    }
  }

  /** After both, beginning with what the first alone needs. */
  private LedgerState state(LotMethod method, List<CorporateAction> actions) {
    List<Opening> known = Ledger.of(before, method, actions).openings();
    return Ledger.beginningWith(together(before, batch), method, actions, known).last();
  }

  private void ledger(OpeningPolicy opening, LotMethod method, List<CorporateAction> actions) {
    LedgerState after = state(method, actions);
    after.misChosen().forEach(this::misChosen);
    if (opening == OpeningPolicy.WHOLE_HISTORY) {
      after.shortages().forEach(this::tooFew);
    }
  }

  private void misChosen(MisChosenLot bad) {
    if (lines.containsKey(bad.transaction().id())) {
      faults.add(
          new FieldFault(
              line(bad.transaction()),
              "lots",
              bad.choice().lot() + ": " + bad.choice().quantity().toPlainString(),
              "at most " + bad.there().toPlainString() + ", which that lot has open then"));
    }
  }

  private void tooFew(Shortage s) {
    boolean own = lines.containsKey(s.transaction().id());
    Transaction blamed = own ? s.transaction() : closingOf(s.key());
    String when = own ? "" : " later on " + s.transaction().date();
    faults.add(
        new FieldFault(
            line(blamed),
            "quantity",
            blamed.quantity().toPlainString() + " " + s.key().symbol(),
            "at most what is held: "
                + s.held().stripTrailingZeros().toPlainString()
                + (s.key().written() ? " short" : "")
                + when));
  }

  /** The batch's transaction that takes away what a later one then lacks. */
  private Transaction closingOf(LotKey key) {
    return batch.stream()
        .filter(t -> key.symbol().equals(t.symbol()))
        .findFirst()
        .orElse(batch.get(0));
  }
}
