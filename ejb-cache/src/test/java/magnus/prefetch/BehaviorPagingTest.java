package magnus.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import magnus.persistence.behavior.BehaviorRepository;
import magnus.persistence.behavior.StoredAccess;
import magnus.persistence.behavior.StoredVisit;
import org.junit.jupiter.api.Test;

class BehaviorPagingTest {

  private static final Instant START = Instant.parse("2024-03-01T15:00:00Z");
  private static final int OF_EACH = 50_000;
  private static final int LIMIT = 500;

  /** Long logs, of which every row is made when it is asked for. */
  private static final class LongLogs extends BehaviorRepository {
    private int mostAtOnce;
    private int rows;

    @Override
    public List<StoredVisit> visits(UUID account, long before, int most) {
      List<StoredVisit> some = new ArrayList<>();
      for (long id = Math.min(before - 1, OF_EACH); id > 0 && some.size() < most; id--) {
        Instant at = START.plusSeconds(2 * id);
        some.add(
            new StoredVisit(
                id,
                account,
                at,
                at,
                "/market/:symbol",
                "V" + id,
                "",
                "OPEN",
                null,
                null,
                null,
                true,
                "OPEN",
                "",
                "",
                "",
                null,
                0));
      }
      count(some.size());
      return some;
    }

    @Override
    public List<StoredAccess> accesses(UUID account, long before, int most) {
      List<StoredAccess> some = new ArrayList<>();
      for (long id = Math.min(before - 1, OF_EACH); id > 0 && some.size() < most; id--) {
        Instant at = START.plusSeconds(2 * id + 1);
        some.add(new StoredAccess(id, account, at, at, "A" + id, "VIEW", "", "OPEN", ""));
      }
      count(some.size());
      return some;
    }

    private void count(int size) {
      mostAtOnce = Math.max(mostAtOnce, size);
      rows += size;
    }
  }

  @Test
  void readsAHundredThousandRowsInPartsEachOnceTheNewestFirst() {
    LongLogs logs = new LongLogs();
    BehaviorReader reader = new BehaviorReader(logs, new UUID(0, 1));
    Set<String> seen = new HashSet<>();
    Instant last = Instant.MAX;
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      BehaviorPage page = reader.page(BehaviorCursor.parse(next.get()), LIMIT);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(LIMIT);
      for (BehaviorEntry entry : page.items()) {
        assertThat(entry.at().isAfter(last)).isFalse();
        last = entry.at();
        seen.add(entry.words());
      }
      next = page.next();
    }

    assertThat(seen).hasSize(2 * OF_EACH);
    assertThat(logs.mostAtOnce).isEqualTo(LIMIT + 1);
    assertThat(logs.rows).as("half of what is read is read again").isLessThan(5 * OF_EACH);
  }
}
