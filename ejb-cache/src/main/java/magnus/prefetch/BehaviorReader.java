package magnus.prefetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredAccess;
import magnus.persistence.behavior.StoredVisit;
import magnus.prefetch.behavior.HabitWords;
import magnus.prefetch.behavior.Moment;
import magnus.prefetch.behavior.Page;

/** Reads one user's two logs as one. */
final class BehaviorReader {

  private final BehaviorRepository rows;
  private final UUID account;

  BehaviorReader(BehaviorRepository rows, UUID account) {
    this.rows = rows;
    this.account = account;
  }

  /** A page of both, each in the order of its ids, merged by time. */
  BehaviorPage page(BehaviorCursor before, int limit) {
    List<StoredVisit> visits = rows.visits(account, before.visit(), limit + 1);
    List<StoredAccess> accesses = rows.accesses(account, before.access(), limit + 1);
    List<BehaviorEntry> items = new ArrayList<>();
    int v = 0;
    int a = 0;
    while (items.size() < limit && (v < visits.size() || a < accesses.size())) {
      boolean visit =
          a >= accesses.size()
              || v < visits.size()
                  && !visits.get(v).visitedAt().isBefore(accesses.get(a).accessedAt());
      items.add(visit ? entry(visits.get(v++)) : entry(accesses.get(a++)));
    }
    boolean more = v < visits.size() || a < accesses.size();
    BehaviorCursor next =
        new BehaviorCursor(
            v == 0 ? before.visit() : visits.get(v - 1).id(),
            a == 0 ? before.access() : accesses.get(a - 1).id());
    return new BehaviorPage(items, more ? Optional.of(next.text()) : Optional.empty());
  }

  /** The newest moments of both logs. */
  List<Moment> moments(int most) {
    List<Moment> moments = new ArrayList<>();
    for (StoredVisit visit : rows.visits(account, Long.MAX_VALUE, most)) {
      Page page = page(visit);
      moments.add(
          new Moment(HabitWords.of(page), page.path(), page.isOfSymbol(), visit.visitedAt()));
    }
    for (StoredAccess access : rows.accesses(account, Long.MAX_VALUE, most)) {
      moments.add(
          new Moment(
              access.symbol(), Page.ofSymbol(access.symbol()).path(), true, access.accessedAt()));
    }
    return moments;
  }

  static Page page(StoredVisit visit) {
    return new Page(visit.page(), visit.instance());
  }

  private static BehaviorEntry entry(StoredVisit visit) {
    Page page = page(visit);
    return new BehaviorEntry(
        BehaviorEntry.Kind.VISIT,
        visit.visitedAt(),
        page.path(),
        HabitWords.of(page),
        page.isOfSymbol() ? Optional.of(page.instance()) : Optional.empty(),
        visit.action(),
        text(visit.cameFrom()),
        Optional.ofNullable(visit.durationMillis()),
        Optional.ofNullable(visit.loadMillis()),
        Optional.ofNullable(visit.warm()),
        visit.marketState(),
        text(visit.portfolio()),
        text(visit.referrer()),
        HeldText.parse(visit.held()).orElse(List.of()),
        Optional.ofNullable(visit.sourceCalls()),
        Optional.of(visit.aheadCalls()));
  }

  private static BehaviorEntry entry(StoredAccess access) {
    return new BehaviorEntry(
        BehaviorEntry.Kind.SYMBOL,
        access.accessedAt(),
        access.page().isEmpty() ? Page.ofSymbol(access.symbol()).path() : access.page(),
        access.symbol(),
        Optional.of(access.symbol()),
        access.action(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        access.marketState(),
        text(access.portfolio()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
