package magnus.market.imported;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import magnus.persistence.market.SeriesKind;
import magnus.persistence.market.StoredCorporateAction;
import magnus.persistence.market.StoredInstrument;
import magnus.persistence.market.StoredSeries;
import org.junit.jupiter.api.Test;

class KeptCatalogueTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

  private final List<StoredSeries> series = new ArrayList<>();
  private int read;
  private final KeptCatalogue kept =
      new KeptCatalogue(
          () -> {
            read++;
            return List.copyOf(series);
          },
          () -> List.of(new StoredInstrument("AAPL", "Apple", "Technology", "", "STOCK")),
          () ->
              List.of(
                  new StoredCorporateAction("AAPL", DAY, "SPLIT", BigDecimal.TEN, null),
                  new StoredCorporateAction("MSFT", DAY, "DIVIDEND", BigDecimal.ONE, null)),
          InstantSource.fixed(Instant.EPOCH),
          () -> 0);

  private static StoredSeries of(String symbol) {
    return new StoredSeries(SeriesKind.BARS, symbol, DAY, DAY, 1);
  }

  @Test
  void isMadeWhenItPays() {
    assertThat(kept.at(1, true)).isEmpty();
    assertThat(kept.at(1, false)).isEmpty();
    assertThat(kept.figures().decision()).isEqualTo(KeptCatalogue.Decision.NOT_YET);
    assertThat(kept.at(1, false)).isEmpty();
    assertThat(kept.at(1, false)).isPresent();
    assertThat(kept.at(1, true)).isPresent();
    assertThat(read).isEqualTo(1);
    assertThat(kept.figures().asked()).isEqualTo(5);
  }

  @Test
  void answersAsTheDatabaseWould() {
    series.addAll(List.of(of("MSFT"), of("AAPL")));
    KeptCatalogue.Known known = made(1);
    assertThat(known.series(List.of("MSFT", "NONE", "AAPL", "MSFT")))
        .containsExactly(of("AAPL"), of("MSFT"));
    assertThat(known.instrument("AAPL")).isPresent();
    assertThat(known.instrument("MSFT")).isEmpty();
    assertThat(known.actions("AAPL", DAY, DAY)).extracting("kind").containsExactly("SPLIT");
    assertThat(known.actions("AAPL", DAY.plusDays(1), DAY.plusDays(9))).isEmpty();
    assertThat(known.actions("NONE", DAY, DAY)).isEmpty();
    assertThat(kept.figures().hits()).isEqualTo(6);
  }

  @Test
  void anImportEndsIt() {
    assertThat(made(1).series(List.of("AAPL"))).isEmpty();
    series.add(of("AAPL"));
    assertThat(kept.at(2, true)).isEmpty();
    assertThat(made(2).series(List.of("AAPL"))).containsExactly(of("AAPL"));
    // A transaction that began before the import, and asked for the version then.
    assertThat(kept.at(1, false)).isEmpty();
  }

  @Test
  void isNotKeptBeyondItsRoom() {
    series.addAll(Collections.nCopies(KeptCatalogue.MOST_ENTRIES, of("A")));
    for (int i = 0; i < 5; i++) {
      assertThat(kept.at(1, true)).isEmpty();
    }
    assertThat(read).isEqualTo(1);
    assertThat(kept.figures().decision()).isEqualTo(KeptCatalogue.Decision.DROPPED);
    series.clear();
    assertThat(made(2).series(List.of("A"))).isEmpty();
  }

  private KeptCatalogue.Known made(long version) {
    for (int i = 0; i < 3; i++) {
      kept.at(version, true);
    }
    return kept.at(version, false).orElseThrow();
  }
}
