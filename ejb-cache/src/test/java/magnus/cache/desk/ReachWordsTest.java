package magnus.cache.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import magnus.cache.OccurrenceReport.ShelfReach;
import magnus.cache.event.Decision;
import magnus.cache.event.EntryIndex;
import magnus.cache.event.EventDesk;
import org.junit.jupiter.api.Test;

class ReachWordsTest {

  private static final Instant NOW = Instant.parse("2024-03-01T15:00:00Z");

  private static Occurrence earnings(String raisedBy) {
    return new Occurrence(
        Occurrence.Kind.EARNINGS_RELEASE,
        Set.of(Ingredient.symbol("AAPL")),
        NOW,
        Map.of(),
        raisedBy);
  }

  @Test
  void nodesThatReadTheSameCalendarTellTheSame() {
    String mine = ReachWords.fingerprint(earnings(Occurrence.BY_CALENDAR + "Apple"));
    assertThat(mine)
        .hasSize(64)
        .isEqualTo(ReachWords.fingerprint(earnings(Occurrence.BY_CALENDAR + "Apple")))
        .isNotEqualTo(ReachWords.fingerprint(earnings(Occurrence.BY_CALENDAR + "Banana")));
  }

  @Test
  void whatOneNodeSawIsNobodyElses() {
    assertThat(ReachWords.fingerprint(earnings("price watch")))
        .isNotEqualTo(ReachWords.fingerprint(earnings("price watch")));
  }

  @Test
  void manyIngredientsAreCountedWhereTheyAreNotNamed() {
    Set<Ingredient> many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Ingredient.symbol("S" + i))
            .collect(Collectors.toSet());
    String text = ReachWords.touched(many, 200);
    assertThat(text).hasSizeLessThanOrEqualTo(200).startsWith("SYMBOL:S0\n");
    int named = text.split("\n").length - 1;
    assertThat(text).endsWith("\nand " + (1_000 - named) + " more");
    assertThat(ReachWords.touched(Set.of(Ingredient.symbol("A")), 200)).isEqualTo("SYMBOL:A");
  }

  @Test
  void reachIsToldByShelf() {
    EventDesk.Reach reach =
        new EventDesk.Reach(
            earnings("price watch"),
            List.of(
                touched("quotes", Decision.Verdict.DROP),
                touched("quotes", Decision.Verdict.KEEP),
                touched("analytics", Decision.Verdict.DROP)),
            Duration.ofMillis(1));
    assertThat(ReachWords.byShelf(reach))
        .containsExactly(new ShelfReach("analytics", 1, 1), new ShelfReach("quotes", 2, 1));
  }

  private static EventDesk.Touched touched(String shelf, Decision.Verdict verdict) {
    return new EventDesk.Touched(
        new EntryIndex.Place(shelf, "k"), new Decision.Decided(verdict, "because"));
  }
}
