package magnus.portal.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.ImportPreview;
import magnus.portfolio.ImportPreview.Status;
import magnus.portfolio.Transaction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A preview as JSON. */
@Schema(name = "PortfolioImportPreview")
public record ImportPreviewBody(
    String format,
    Optional<String> account,
    List<Row> rows,
    List<String> remarks,
    @JsonProperty("new") int fresh,
    int duplicates,
    int ignored,
    int errors) {

  /** One row; {@code fault} is the first of {@code faults}. */
  @Schema(name = "PortfolioImportRow")
  public record Row(
      int line,
      Optional<LocalDate> date,
      String action,
      Optional<String> type,
      Optional<String> symbol,
      Optional<BigDecimal> quantity,
      Optional<BigDecimal> price,
      Optional<BigDecimal> fees,
      Optional<BigDecimal> amount,
      Optional<String> currency,
      String effect,
      Status status,
      Optional<FieldFault> fault,
      List<FieldFault> faults) {

    static Row of(ImportPreview.Row row) {
      Optional<Transaction> t = Optional.ofNullable(row.transaction());
      return new Row(
          row.line(),
          t.map(Transaction::date),
          row.action(),
          t.map(transaction -> transaction.type().name()),
          t.flatMap(Transaction::findSymbol),
          t.map(Transaction::quantity).filter(quantity -> quantity.signum() != 0),
          t.flatMap(transaction -> Optional.ofNullable(transaction.price())),
          t.map(Transaction::fees),
          t.map(Transaction::amount),
          t.map(Transaction::currency),
          row.effect(),
          row.status(),
          row.faults().stream().findFirst(),
          row.faults());
    }
  }

  static ImportPreviewBody of(ImportPreview preview) {
    return new ImportPreviewBody(
        preview.format(),
        Optional.ofNullable(preview.account()),
        preview.rows().stream().map(Row::of).toList(),
        preview.remarks(),
        preview.count(Status.NEW),
        preview.count(Status.DUPLICATE),
        preview.count(Status.IGNORED),
        preview.count(Status.ERROR));
  }
}
