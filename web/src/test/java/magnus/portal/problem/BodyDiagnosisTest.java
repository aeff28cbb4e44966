package magnus.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import magnus.basics.json.Json;
import magnus.basics.problem.FieldFault;
import org.junit.jupiter.api.Test;

class BodyDiagnosisTest {

  enum Side {
    BUY,
    SELL
  }

  record Trade(LocalDate day, Side side, int quantity) {}

  record Book(List<Trade> trades) {}

  private static Problem problem(String json) {
    return BodyDiagnosis.of(
        catchThrowableOfType(
            JsonProcessingException.class, () -> Json.mapper().readValue(json, Book.class)));
  }

  @Test
  void namesTheMemberItsValueAndWhatWasExpected() {
    Problem problem = problem("{\"trades\":[{\"day\":\"31.1.2024\"}]}");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.faults())
        .containsExactly(
            new FieldFault(0, "trades[0].day", "31.1.2024", "a date such as 2024-01-31"));
  }

  @Test
  void listsTheConstantsOfAnEnumeration() {
    assertThat(problem("{\"trades\":[{\"side\":\"HOLD\"}]}").detail()).contains("one of BUY, SELL");
  }

  @Test
  void namesUnknownMembersAndWrongShapes() {
    assertThat(problem("{\"deals\":[]}").detail()).contains("deals").contains("trades");
    assertThat(problem("{\"trades\":3}").detail()).isEqualTo("trades is not a list.");
    assertThat(problem("{\"trades\":").detail()).contains("line 1");
  }

  @Test
  void writesTheDocumentByRfc9457() throws Exception {
    var tree = Json.mapper().readTree(problem("{\"trades\":3}").json("/api/x", "id-1"));
    assertThat(tree.path("type").asText()).isEqualTo("/problems/malformed-body");
    assertThat(tree.path("title").asText()).isEqualTo("Malformed body");
    assertThat(tree.path("status").asInt()).isEqualTo(400);
    assertThat(tree.path("instance").asText()).isEqualTo("/api/x");
    assertThat(tree.path("requestId").asText()).isEqualTo("id-1");
    assertThat(tree.path("errors").path(0).path("field").asText()).isEqualTo("trades");
  }

  @Test
  void whatCannotBeWrittenIsNotTheClientsFault() {
    var thrown =
        catchThrowableOfType(
            JsonProcessingException.class, () -> Json.mapper().writeValueAsString(new Object()));
    assertThat(BodyDiagnosis.of(thrown).status()).isEqualTo(500);
  }

  @Test
  void storedJsonThatCannotBeReadIsNotTheClientsFault() {
    var thrown =
        catchThrowableOfType(
            JsonProcessingException.class, () -> Json.mapper().readValue("{", Book.class));
    assertThat(Diagnosis.of(thrown).status()).isEqualTo(400);
    assertThat(Diagnosis.of(new IllegalStateException("parameters are no JSON", thrown)).status())
        .isEqualTo(500);
  }
}
