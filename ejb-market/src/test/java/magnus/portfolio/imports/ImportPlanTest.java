package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magnus.basics.problem.FieldFault;
import magnus.portfolio.ImportPreview;
import magnus.portfolio.ImportPreview.Status;
import org.junit.jupiter.api.Test;

/** What a preview says of faults that the portfolio found. */
class ImportPlanTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 3);
  private static final FieldFault AT_ITS_ROW = new FieldFault(2, "quantity", "1", "less");
  private static final FieldFault ELSEWHERE = new FieldFault(99, "quantity", "7", "at most 3");

  private final ImportPlan plan =
      ImportPlan.of(
          Reading.of(
                  """
                  "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
                  "01/02/2024","Buy","AAPL","X","1","$100.00","","-$100.00"
                  """)
              .statement());

  @Test
  void aFaultOfARowStandsAtTheRow() {
    ImportPreview preview = plan.preview(Set.of(), List.of(AT_ITS_ROW), TODAY);
    assertThat(preview.rows()).hasSize(1);
    assertThat(preview.rows().get(0).status()).isEqualTo(Status.ERROR);
    assertThat(preview.rows().get(0).faults()).containsExactly(AT_ITS_ROW);
  }

  @Test
  void aFaultOfNoRowOrOfOneKnownAlreadyIsShownAllTheSame() {
    ImportPreview none = plan.preview(Set.of(), List.of(ELSEWHERE), TODAY);
    assertThat(none.count(Status.NEW)).isEqualTo(1);
    assertThat(none.count(Status.ERROR)).isEqualTo(1);
    assertThat(none.rows().get(1).effect()).isEqualTo(ELSEWHERE.sentence());
    assertThat(none.rows().get(1).faults()).containsExactly(ELSEWHERE);
    Set<String> known = new HashSet<>(plan.fingerprints());
    ImportPreview duplicate = plan.preview(known, List.of(AT_ITS_ROW), TODAY);
    assertThat(duplicate.count(Status.DUPLICATE)).isEqualTo(1);
    assertThat(duplicate.count(Status.ERROR)).isEqualTo(1);
  }
}
