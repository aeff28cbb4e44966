package magnus.portfolio.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WashSalesTest {

  static Stream<WashSaleCase> cases() {
    return WashSaleCase.all().stream();
  }

  @Test
  void thereAreAtLeastFortyCasesEachWithACitation() {
    assertThat(WashSaleCase.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(WashSaleCase.all())
        .allSatisfy(
            one -> {
              assertThat(one.toString())
                  .matches("\\d+ (26 USC|26 CFR|Publication|Rev\\. Rul\\.).*");
              assertThat(one.expected()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void workedCase(WashSaleCase one) {
    WashSaleReport report = one.report();
    one.expected().forEach(words -> check(report, words));
  }

  /** Whatever is washed is neither lost nor made: money in and out adds up, and so do shares. */
  @ParameterizedTest
  @MethodSource("cases")
  void lossesAreOnlyMoved(WashSaleCase one) {
    WashSaleReport report = one.report();
    BigDecimal moved =
        report.washed().stream()
            .filter(w -> !w.forGood())
            .map(Washed::loss)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal stillThere =
        report.open().stream().map(OpenTaxLot::added).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal plain =
        report.sales().stream()
            .map(s -> s.counts().subtract(s.disallowed()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal counted =
        report.sales().stream().map(TaxedSale::counts).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(counted).isEqualByComparingTo(plain.add(report.disallowed()));
    assertThat(stillThere).isLessThanOrEqualTo(moved);
    for (TaxLot lot : one.lots()) {
      BigDecimal open =
          report.open().stream()
              .filter(o -> o.lot().id().equals(lot.id()))
              .map(OpenTaxLot::quantity)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal sold =
          one.sales().stream()
              .filter(s -> s.lot().equals(lot.id()))
              .map(LotSale::quantity)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(open.add(sold)).isEqualByComparingTo(lot.quantity());
    }
  }

  @Test
  void aSaleOfMoreThanThereIsIsRefused() {
    WashSaleCase one = WashSaleCase.all().get(0);
    LotSale sale = one.sales().get(0);
    LotSale more =
        new LotSale(sale.closing(), sale.lot(), sale.closed(), BigDecimal.TEN, sale.money());
    assertThatThrownBy(
            () -> WashSales.of(WashSaleCase.ACCOUNTS, one.lots(), List.of(more), Identity.STRICT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 more than it had");
  }

  @Test
  void aLossOfUnknownCostIsNotMadeUp() {
    UUID id = UUID.randomUUID();
    TaxLot unknown =
        new TaxLot(
            id,
            WashSaleCase.accountId("T"),
            "X",
            null,
            TaxLot.Origin.RECEIVED,
            null,
            BigDecimal.ONE,
            null);
    LotSale sale =
        new LotSale(
            UUID.randomUUID(), id, LocalDate.of(2023, 3, 1), BigDecimal.ONE, BigDecimal.TEN);
    TaxedSale taxed =
        WashSales.of(WashSaleCase.ACCOUNTS, List.of(unknown), List.of(sale), Identity.STRICT)
            .sales()
            .get(0);
    assertThat(taxed.counts()).isNull();
    assertThat(taxed.disallowed()).isZero();
  }

  private static void check(WashSaleReport report, String[] words) {
    switch (words[0]) {
      case "sale" -> sale(report, words);
      case "open" -> open(report, words);
      case "lost" ->
          assertThat(
                  report.washed().stream()
                      .filter(Washed::forGood)
                      .map(Washed::loss)
                      .reduce(BigDecimal.ZERO, BigDecimal::add))
              .isEqualByComparingTo(words[1]);
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  private static void sale(WashSaleReport report, String[] words) {
    List<TaxedSale> found =
        report.sales().stream()
            .filter(s -> s.account().equals(WashSaleCase.accountId(words[1])))
            .filter(s -> s.closed().equals(LocalDate.parse(words[2])))
            .toList();
    assertThat(found).isNotEmpty();
    assertThat(found.stream().map(TaxedSale::disallowed).reduce(BigDecimal.ZERO, BigDecimal::add))
        .as("disallowed of %s", words[2])
        .isEqualByComparingTo(words[4]);
    assertThat(
            found.stream()
                .map(s -> Objects.requireNonNull(s.counts()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .as("counts of %s", words[2])
        .isEqualByComparingTo(words[6]);
    if (words.length > 7) {
      assertThat(found).allMatch(s -> s.term().name().equals(words[7]));
    }
  }

  private static void open(WashSaleReport report, String[] words) {
    assertThat(report.open())
        .as(String.join(" ", words))
        .anySatisfy(
            o -> {
              assertThat(o.lot().account()).isEqualTo(WashSaleCase.accountId(words[1]));
              assertThat(o.lot().opened()).isEqualTo(words[2]);
              assertThat(o.quantity()).isEqualByComparingTo(words[3]);
              assertThat(o.money()).isEqualByComparingTo(words[5]);
              assertThat(o.heldSince()).isEqualTo(words[7]);
            });
  }
}
