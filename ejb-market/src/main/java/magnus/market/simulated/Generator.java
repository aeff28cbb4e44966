package magnus.market.simulated;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import magnus.basics.time.Session;
import magnus.basics.time.TradingCalendar;

/**
 * Walks the whole market forward, a year at a time. Each step reads only the state of the evening
 * before and the random numbers of the day.
 */
final class Generator {

  private static final double WHOLE_SESSION_MINUTES = 390;

  private final Seeds seeds;
  private final MarketFactor market = new MarketFactor();
  private final SectorFactors sectors = new SectorFactors();
  private final RatePath rates = new RatePath();
  private final VolatilityIndex volatility = new VolatilityIndex();
  private final Baskets baskets = new Baskets();
  private final DayFactors today = new DayFactors();
  private final List<StockPath> stocks = new ArrayList<>();
  private final List<FundPath> funds = new ArrayList<>();

  Generator(Seeds seeds, List<Stock> stocks, List<Fund> funds, LocalDate start) {
    this.seeds = seeds;
    stocks.forEach(s -> this.stocks.add(new StockPath(s, start)));
    funds.forEach(f -> this.funds.add(new FundPath(f, rates.tenYear(), start)));
  }

  /** The next year, which must follow the one generated before. */
  YearTable year(int year) {
    List<Session> sessions =
        TradingCalendar.newYork().sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    int[] days = sessions.stream().mapToInt(s -> (int) s.date().toEpochDay()).toArray();
    YearTable table = YearTable.of(days, stocks.size() + funds.size() + 1);
    for (int i = 0; i < days.length; i++) {
      Session session = sessions.get(i);
      boolean firstOfMonth =
          i == 0 || sessions.get(i - 1).date().getMonth() != session.date().getMonth();
      today.day = days[i];
      today.seed = seeds.on(days[i]);
      today.length =
          Duration.between(session.open(), session.close()).toMinutes() / WHOLE_SESSION_MINUTES;
      step(table, i, firstOfMonth);
    }
    return table;
  }

  private void step(YearTable table, int index, boolean firstOfMonth) {
    rates.begin(today);
    market.step(today);
    sectors.step(today);
    rates.step(today);
    baskets.clear();
    int instrument = 0;
    for (StockPath stock : stocks) {
      double size = stock.capitalisation();
      double price = stock.price();
      stock.step(
          today, firstOfMonth, table.columns()[instrument], index, table.events().get(instrument));
      baskets.add(stock, size, price);
      instrument++;
    }
    for (FundPath fund : funds) {
      fund.step(today, baskets, table.columns()[instrument], index, table.events().get(instrument));
      instrument++;
    }
    volatility.step(today, market, table.columns()[instrument], index);
    table.slow()[index] = market.slow();
    table.fast()[index] = market.fast();
    for (int sector = 0; sector < DayFactors.SECTORS; sector++) {
      table.sectorStates()[index][sector] = sectors.state(sector);
    }
    table.billRates()[index] = rates.billRate();
    table.yields()[index] = rates.tenYear();
  }
}
