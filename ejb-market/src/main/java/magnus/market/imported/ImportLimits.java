package magnus.market.imported;

/**
 * How much a file may be.
 *
 * @param mostBytes as sent
 * @param mostUnpackedBytes after unpacking
 */
public record ImportLimits(long mostBytes, long mostUnpackedBytes) {

  /** Unpacked bytes per packed byte beyond which an archive is a bomb; CSV packs some 5 to 30. */
  static final int MOST_RATIO = 200;

  /** Below so many unpacked bytes no ratio is looked at. */
  static final long HARMLESS = 8L * 1024 * 1024;

  /** Files in one archive. */
  static final int MOST_ENTRIES = 500_000;
}
