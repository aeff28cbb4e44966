package magnus.persistence.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.persistence.DatabaseContract;
import magnus.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MarketLoaderTest {

  abstract static class Contract extends DatabaseContract {

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATE = LocalDate.of(2100, 1, 1);
    private static final double NAN = Double.NaN;

    private final List<String> clashes = new ArrayList<>();

    Contract(TestDatabase database) {
      super(database);
    }

    private EntityManager reading;

    @AfterEach
    void close() {
      if (reading != null) {
        reading.close();
      }
    }

    private MarketStore store() {
      close();
      reading = database().entityManagers().createEntityManager();
      return new MarketStore(reading);
    }

    interface Feeding {
      void feed(MarketLoader loader) throws SQLException;
    }

    private static StoredImport log(UUID id, String key) {
      return new StoredImport(
          id,
          Instant.parse("2026-01-05T09:00:00Z"),
          "admin",
          key,
          "bars.csv",
          "BARS",
          10,
          1,
          1,
          null,
          null,
          0.5,
          List.of("one", "two"));
    }

    private StoredImport load(EntityManager em, Feeding feeding) {
      UUID id = UUID.randomUUID();
      return new MarketLoads(em)
          .load(
              id,
              (line, symbol, date, earlier) ->
                  clashes.add(line + " " + symbol + " " + date + " " + earlier),
              loader -> {
                feeding.feed(loader);
                loader.finish();
                return log(id, id.toString());
              });
    }

    private void load(Feeding feeding) {
      run(em -> load(em, feeding));
    }

    private static void bar(MarketLoader loader, String symbol, LocalDate date, double close)
        throws SQLException {
      bar(loader, symbol, date, close, 0);
    }

    private static void bar(
        MarketLoader loader, String symbol, LocalDate date, double close, int line)
        throws SQLException {
      loader.bar(
          SeriesKind.BARS,
          symbol,
          (int) date.toEpochDay(),
          close - 0.5,
          close + 1,
          close - 1,
          close,
          1000,
          line);
    }

    private StoredBars bars(String symbol) {
      return store().bars(SeriesKind.BARS, symbol, LONG_AGO, LATE);
    }

    private StoredSeries series(String symbol) {
      return store().series(List.of(symbol)).get(0);
    }

    @Test
    void keepsBarsOverYears() {
      LocalDate first = LocalDate.of(2012, 12, 28);
      load(
          loader -> {
            for (int i = 0; i < 1000; i++) {
              bar(loader, "AAPL", first.plusDays(i), 100 + i * 0.01);
              bar(loader, "B", first.plusDays(i), 5);
            }
          });
      StoredBars all = bars("AAPL");
      assertThat(all.size()).isEqualTo(1000);
      assertThat(all.days()[0]).isEqualTo((int) first.toEpochDay());
      assertThat(all.close()[999]).isEqualTo(109.99);
      assertThat(all.open()[0]).isEqualTo(99.5);
      assertThat(series("AAPL"))
          .isEqualTo(new StoredSeries(SeriesKind.BARS, "AAPL", first, first.plusDays(999), 1000));
      StoredBars cut = store().bars(SeriesKind.BARS, "AAPL", first.plusDays(2), first.plusDays(10));
      assertThat(cut.size()).isEqualTo(9);
      assertThat(cut.close()[0]).isEqualTo(100.02);
      Map<String, Map<SeriesKind, StoredBars>> both =
          store().bars(List.of(SeriesKind.BARS), List.of("AAPL", "B", "C"), LONG_AGO, LATE);
      assertThat(both).containsOnlyKeys("AAPL", "B");
    }

    @Test
    void sameFileAgainChangesNothing() {
      Feeding file =
          loader -> {
            for (int i = 0; i < 400; i++) {
              bar(loader, "AAPL", LocalDate.of(2014, 3, 1).plusDays(i), 100 + i);
            }
          };
      load(file);
      StoredBars once = bars("AAPL");
      load(file);
      assertThat(bars("AAPL")).usingRecursiveComparison().isEqualTo(once);
      assertThat(series("AAPL").bars()).isEqualTo(400);
      assertThat(clashes).isEmpty();
    }

    @Test
    void laterFileReplacesItsDaysAndKeepsTheOthers() {
      load(
          loader -> {
            bar(loader, "AAPL", LocalDate.of(2014, 3, 3), 10);
            bar(loader, "AAPL", LocalDate.of(2014, 3, 5), 12);
          });
      load(
          loader -> {
            bar(loader, "AAPL", LocalDate.of(2014, 3, 4), 11);
            bar(loader, "AAPL", LocalDate.of(2014, 3, 5), 13);
            bar(loader, "AAPL", LocalDate.of(2015, 1, 2), 20);
          });
      assertThat(bars("AAPL").close()).containsExactly(10, 11, 13, 20);
      assertThat(series("AAPL").bars()).isEqualTo(4);
      assertThat(series("AAPL").lastDate()).isEqualTo("2015-01-02");
    }

    @Test
    void anyOrderOfRowsEndsInOrderOfDay() {
      load(
          loader -> {
            for (int i = 99; i >= 0; i--) {
              bar(loader, "AAPL", LocalDate.of(2014, 3, 1).plusDays(i), 100 + i);
              bar(loader, "MSFT", LocalDate.of(2014, 3, 1).plusDays(i), 200 + i);
            }
          });
      assertThat(bars("AAPL").days()).isSorted().hasSize(100);
      assertThat(bars("MSFT").close()[99]).isEqualTo(299);
    }

    @Test
    void dayTwiceInOneFileIsToldOfOnlyWhereTheFiguresDiffer() {
      load(
          loader -> {
            bar(loader, "AAPL", LocalDate.of(2014, 3, 3), 10, 2);
            bar(loader, "AAPL", LocalDate.of(2014, 3, 3), 10, 3);
            bar(loader, "AAPL", LocalDate.of(2014, 3, 4), 10, 4);
            bar(loader, "AAPL", LocalDate.of(2014, 3, 4), 11, 5);
          });
      assertThat(clashes).containsExactly("5 AAPL 2014-03-04 line 4");
    }

    @Test
    void moreBarsThanAreHeldInMemoryMergeWithWhatIsWritten() {
      int symbols = 1000;
      int days = 500;
      assertThat(symbols * days).isGreaterThan(BarLoading.MOST_BUFFERED);
      LocalDate first = LocalDate.of(2014, 1, 1);
      load(
          loader -> {
            for (int d = 0; d < days; d++) {
              for (int s = 0; s < symbols; s++) {
                bar(loader, "S" + s, first.plusDays(d), s + d);
              }
            }
          });
      StoredBars bars = bars("S999");
      assertThat(bars.size()).isEqualTo(days);
      assertThat(bars.days()).isSorted();
      assertThat(bars.close()[400]).isEqualTo(1399);
      assertThat(series("S0").bars()).isEqualTo(days);
    }

    @Test
    void failureLeavesNothing() {
      assertThatThrownBy(
              () ->
                  load(
                      loader -> {
                        bar(loader, "AAPL", LocalDate.of(2014, 3, 3), 10);
                        loader.finish();
                        throw Refusal.malformed("close", "x", "a price");
                      }))
          .isInstanceOf(Refusal.class);
      assertThat(bars("AAPL").size()).isZero();
      assertThat(store().imports(10)).isEmpty();
    }

    @Test
    void oneImportAtATime() {
      load(loader -> {});
      run(
          em ->
              load(
                  em,
                  loader ->
                      assertThatThrownBy(() -> load(other -> {}))
                          .isInstanceOf(Refusal.class)
                          .hasMessageContaining("Another file is being imported")));
    }

    @Test
    void logKeepsWhatWasImported() {
      UUID id = UUID.randomUUID();
      run(em -> new MarketLoads(em).load(id, (l, s, d, e) -> {}, loader -> log(id, "key")));
      assertThat(store().imports(10)).containsExactly(log(id, "key"));
      assertThat(store().findImport("admin", "key")).contains(log(id, "key"));
      assertThat(store().findImport("other", "key")).isEmpty();
    }

    @Test
    void daysAndPricesOfUnderlyingsAreNotHeldToTheEnd() {
      LocalDate first = LocalDate.of(2000, 1, 3);
      run(
          em ->
              em.unwrap(org.hibernate.Session.class)
                  .doWork(
                      connection -> {
                        try (ContractLoading loading =
                            new ContractLoading(connection, java.util.UUID.randomUUID(), 10)) {
                          for (int i = 0; i < 200; i++) {
                            LocalDate day = first.plusDays(i % 100);
                            loading.addSpot(i < 100 ? "AAPL" : "MSFT", day, i);
                            assertThat(loading.held()).isLessThanOrEqualTo(30);
                          }
                          loading.add(
                              "AAPL",
                              first,
                              first.plusDays(30),
                              new StoredContract(100, true, 1, 2, 1.5, 1, 1, 0.3, 0.5, 0, 0, 0, 0));
                          loading.finish();
                        }
                      }));
      assertThat(store().findChain("AAPL", first.plusDays(99), first).orElseThrow().spot())
          .hasValue(99);
      assertThat(store().findChain("AAPL", first, first).orElseThrow().spot())
          .as("a contract that comes later does not take the price away")
          .hasValue(0);
    }

    @Test
    void contractsOfSeveralFilesLieOverOneAnother() {
      LocalDate date = LocalDate.of(2014, 6, 6);
      LocalDate expiry = LocalDate.of(2015, 1, 17);
      load(
          loader -> {
            loader.contract(
                "AAPL",
                date,
                expiry,
                new StoredContract(
                    99.29, true, 1.33, 1.41, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN));
            loader.contract(
                "AAPL",
                date,
                LocalDate.of(2014, 6, 6),
                new StoredContract(90, true, 1, 2, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN));
          });
      load(
          loader -> {
            loader.contract(
                "AAPL",
                date,
                expiry,
                new StoredContract(
                    99.29, true, NAN, NAN, NAN, NAN, 3786, 0.25, 0.5, NAN, NAN, NAN, NAN));
            loader.spot("AAPL", date, 92.22);
          });
      StoredChain chain = store().findChain("AAPL", date, date.plusDays(1)).orElseThrow();
      assertThat(chain.spot()).hasValue(92.22);
      assertThat(chain.contracts()).containsOnlyKeys(expiry);
      StoredContract contract = chain.contracts().get(expiry).get(0);
      assertThat(contract.strike()).isEqualTo(99.29);
      assertThat(contract.bid()).isEqualTo(1.33);
      assertThat(contract.openInterest()).isEqualTo(3786);
      assertThat(contract.last()).isNaN();
      assertThat(store().contracts("AAPL", List.of(expiry), date.minusDays(3), date))
          .isEqualTo(Map.of(date, Map.of(expiry, chain.contracts().get(expiry))));
      assertThat(store().contracts("AAPL", List.of(expiry), date.plusDays(1), expiry)).isEmpty();
      assertThat(store().contracts("AAPL", List.of(expiry.plusYears(1)), date, date)).isEmpty();
      assertThat(store().findChainDate("AAPL", date.minusDays(1))).isEmpty();
      assertThat(store().findChainDate("AAPL", date.plusDays(3))).contains(date);
    }

    @Test
    void smallTablesAreReplacedByKey() {
      LocalDate date = LocalDate.of(2023, 11, 20);
      StoredEarnings report =
          new StoredEarnings(
              "A",
              date,
              "Agilent",
              LocalDate.of(2023, 10, 31),
              new BigDecimal("1.350000"),
              "USD",
              StoredEarnings.Hour.AFTER,
              null);
      for (int i = 0; i < 2; i++) {
        int round = i;
        load(
            loader -> {
              loader.instrument("A", "Agilent " + round, "Health Care", "Tools", "STOCK");
              loader.rate("PCREDIT8", date, 0.05 + round);
              loader.earnings(report);
              loader.corporateAction("A", date, "SPLIT", new BigDecimal("7.000000000000"), null);
            });
      }
      assertThat(store().findInstrument("A").orElseThrow().name()).isEqualTo("Agilent 1");
      assertThat(store().instruments()).hasSize(1);
      assertThat(store().rates().get("PCREDIT8").get(date)).isEqualTo(1.05, offset(1e-12));
      assertThat(store().earnings(date, date)).containsExactly(report);
      assertThat(store().corporateActions(null, LONG_AGO, LATE))
          .containsExactly(
              new StoredCorporateAction(
                  "A", date, "SPLIT", new BigDecimal("7.000000000000"), null));
      assertThat(store().corporateActions("B", LONG_AGO, LATE)).isEmpty();
    }
  }

  @Nested
  class OnH2 extends Contract {
    OnH2() {
      super(TestDatabase.h2());
    }
  }

  @Nested
  class OnPostgreSql extends Contract {
    OnPostgreSql() {
      super(TestDatabase.postgreSql());
    }
  }
}
