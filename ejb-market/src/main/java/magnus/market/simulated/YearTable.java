package magnus.market.simulated;

import java.util.List;

/**
 * All that was generated for one year; complete and never changed once published. Instruments are
 * by their index in {@link History}; days by their index among the year's sessions.
 *
 * @param days epoch days of the sessions
 * @param slow state of the market factor at each close, with {@code fast}
 * @param sectorStates by session, then sector
 * @param billRates annual, as of the close
 * @param yields of ten-year bonds
 */
record YearTable(
    int[] days,
    Columns[] columns,
    List<Events> events,
    double[] slow,
    double[] fast,
    double[][] sectorStates,
    double[] billRates,
    double[] yields) {

  static YearTable of(int[] days, int instruments) {
    Columns[] columns = new Columns[instruments];
    Events[] events = new Events[instruments];
    for (int i = 0; i < instruments; i++) {
      columns[i] = Columns.of(days.length);
      events[i] = Events.none();
    }
    int n = days.length;
    return new YearTable(
        days,
        columns,
        List.of(events),
        new double[n],
        new double[n],
        new double[n][DayFactors.SECTORS],
        new double[n],
        new double[n]);
  }
}
