package magnus.portfolio.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;

/** All formats, the most telling first: the first that knows a file's content reads it. */
public final class BrokerFormats {

  private static final List<BrokerFormat> ALL =
      List.of(
          new IbkrFlexXml(),
          new Ofx(),
          new SchwabJson(),
          new GhostfolioJson(),
          new IbkrFlexCsv(),
          new SchwabCsv(),
          new SchwabBankCsv(),
          new FidelityCsv(),
          new GhostfolioCsv());

  private BrokerFormats() {}

  public static List<BrokerFormat> all() {
    return ALL;
  }

  /**
   * Reads a file.
   *
   * @param format a format's id, or {@code auto} to find it from the content
   * @throws Refusal when there is no such format, none knows the content, or the file cannot be
   *     read
   */
  public static Statement read(BrokerFile file, String format) {
    BrokerFormat reader = format.isEmpty() || format.equals("auto") ? detect(file) : get(format);
    Statement statement = reader.parse(file);
    if (statement.rows().isEmpty()) {
      throw BrokerFile.refused(
          "The file is a " + reader.title() + " without a single transaction.");
    }
    return new Statement(
        statement.format(),
        statement.account(),
        OptionSides.resolved(statement.rows()),
        statement.remarks());
  }

  private static BrokerFormat detect(BrokerFile file) {
    return ALL.stream()
        .filter(format -> format.detect(file))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    Refusal.Kind.UNACCEPTABLE,
                    "import-unknown-format",
                    "The file is in none of the formats that are read here: "
                        + ALL.stream().map(BrokerFormat::title).collect(Collectors.joining(", "))
                        + "."));
  }

  private static BrokerFormat get(String id) {
    Optional<BrokerFormat> exact = ALL.stream().filter(f -> f.id().equals(id)).findFirst();
    return exact.orElseThrow(
        () ->
            Refusal.malformed(
                "format",
                id,
                "auto or one of "
                    + ALL.stream().map(BrokerFormat::id).collect(Collectors.joining(", "))));
  }
}
