package magnus.benchmarks.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;
import magnus.market.Instrument;
import magnus.market.MarketData;
import magnus.market.OptionChain;
import magnus.portfolio.OptionContract;
import magnus.portfolio.Transaction;
import magnus.portfolio.TransactionType;

/** Purchases over two years, none of them sold: as many open lots as wanted. */
record InventedTrades(MarketData market, Instant asOf) {

  private static final int SYMBOLS = 100;
  private static final int UNDERLYINGS = 50;
  private static final int OPTION_SESSIONS = 20;

  List<Transaction> draw(int lots, int options) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(30);
    TradingCalendar calendar = TradingCalendar.newYork();
    LocalDate today = calendar.lastClosed(asOf).date();
    List<Session> sessions = calendar.sessions(today.minusYears(2), today);
    List<String> symbols =
        market.searchInstruments("", Integer.MAX_VALUE, asOf).stream()
            .filter(i -> i.kind() == Instrument.Kind.STOCK)
            .map(Instrument::symbol)
            .limit(SYMBOLS)
            .toList();
    List<Transaction> trades = new ArrayList<>();
    trades.add(
        Transaction.draft(TransactionType.DEPOSIT, sessions.get(0).date())
            .amount(BigDecimal.valueOf(100_000_000))
            .build());
    for (int i = 0; i < lots; i++) {
      trades.add(
          Transaction.draft(
                  TransactionType.BUY, sessions.get(random.nextInt(sessions.size())).date())
              .symbol(symbols.get(i % symbols.size()))
              .quantity(BigDecimal.valueOf(1 + random.nextInt(100)))
              .price(BigDecimal.valueOf(1_000 + random.nextInt(20_000), 2))
              .build());
    }
    LocalDate opened = calendar.plusSessions(today, -OPTION_SESSIONS).date();
    for (int i = 0; i < options; ) {
      String underlying = symbols.get((i * 7) % Math.min(UNDERLYINGS, symbols.size()));
      List<OptionChain.Contract> all =
          market.optionChain(underlying, asOf).find().orElseThrow().contracts();
      for (int k = 0; k < Math.max(1, options / UNDERLYINGS) && i < options; k++, i++) {
        OptionChain.Contract c = all.get(random.nextInt(all.size()));
        trades.add(
            Transaction.draft(TransactionType.BUY_TO_OPEN, opened)
                .option(OptionContract.of(underlying, c.expiry(), c.strike(), c.right()))
                .quantity(BigDecimal.ONE)
                .price(BigDecimal.valueOf(3))
                .build());
      }
    }
    trades.sort(Comparator.comparing(Transaction::date));
    return trades;
  }
}
