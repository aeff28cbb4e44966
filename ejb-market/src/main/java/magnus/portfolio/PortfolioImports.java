package magnus.portfolio;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.portfolio.imports.BrokerFile;
import magnus.portfolio.imports.BrokerFormat;
import magnus.portfolio.imports.BrokerFormats;
import magnus.portfolio.imports.ImportPlan;
import magnus.portfolio.imports.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Brokers' files into portfolios: looked at first, then taken in whole or not at all. A row that
 * the portfolio has already, from this file or one that overlaps it, is recognised and left out.
 */
@Stateless
public class PortfolioImports {

  private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");
  private static final int LONGEST_LABEL = 120;

  @Inject Portfolios portfolios;

  /** Most bytes that a file may have. */
  public int largestFile() {
    return ImportSettings.LARGEST_FILE.from(
        key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
  }

  /** Ids of the formats that can be read. */
  public List<String> formats() {
    return BrokerFormats.all().stream().map(BrokerFormat::id).toList();
  }

  /**
   * What importing the file would do. Stores nothing.
   *
   * @param format a format's id, or {@code auto}
   * @param asOf market time, by which a row is in the future
   * @throws Refusal when the file as a whole cannot be read; bad rows are told in the preview
   */
  public ImportPreview preview(
      Caller caller, UUID portfolio, String name, String format, byte[] bytes, Instant asOf) {
    portfolios.get(caller, portfolio);
    ImportPlan plan = plan(name, format, bytes);
    Set<String> known = portfolios.knownFingerprints(caller, portfolio, plan.fingerprints());
    List<FieldFault> more = List.of();
    if (plan.statement().faults().isEmpty()) {
      List<Transaction> fresh = plan.fresh(known);
      more =
          fresh.isEmpty()
              ? more
              : portfolios.check(caller, portfolio, fresh, info(plan, name, bytes, 0));
    }
    return plan.preview(known, more, LocalDate.ofInstant(asOf, EXCHANGE));
  }

  /**
   * Imports the file: every row that is new, or nothing at all.
   *
   * @throws Refusal UNACCEPTABLE with every bad row's line, field, value and what was expected
   */
  public PortfolioImport run(
      Caller caller, UUID portfolio, String name, String format, byte[] bytes) {
    portfolios.get(caller, portfolio);
    ImportPlan plan = plan(name, format, bytes);
    List<FieldFault> faults = plan.statement().faults();
    if (!faults.isEmpty()) {
      long bad = plan.statement().rows().stream().filter(row -> !row.faults().isEmpty()).count();
      throw Refusal.of(
              Refusal.Kind.UNACCEPTABLE,
              "import-bad-rows",
              bad
                  + " of "
                  + plan.statement().rows().size()
                  + " rows cannot be read; nothing was stored. "
                  + faults.get(0).sentence())
          .withFaults(faults);
    }
    Set<String> known = portfolios.knownFingerprints(caller, portfolio, plan.fingerprints());
    return portfolios
        .append(caller, portfolio, plan.fresh(known), info(plan, name, bytes, known.size()))
        .orElseThrow();
  }

  private ImportPlan plan(String name, String format, byte[] bytes) {
    Statement statement = BrokerFormats.read(BrokerFile.of(name, bytes, largestFile()), format);
    return ImportPlan.of(statement);
  }

  private static ImportInfo info(ImportPlan plan, String name, byte[] bytes, int duplicates) {
    return new ImportInfo(
        plan.statement().format(),
        brief(name),
        BrokerFile.hash(bytes),
        plan.statement().account().map(PortfolioImports::brief).orElse(null),
        OpeningPolicy.BEGINS_MID_WAY,
        duplicates,
        plan.ignored());
  }

  private static String brief(String text) {
    return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
  }
}
