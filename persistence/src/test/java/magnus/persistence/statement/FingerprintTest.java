package magnus.persistence.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void listsOfAnyLengthAreTheSame() {
    Fingerprint two = Fingerprint.of("select a.x from t a where a.id in (?,?)");
    assertThat(Fingerprint.of("select a.x from t a\n where a.id in (?, ?, ?,?)")).isEqualTo(two);
    assertThat(two.text()).isEqualTo("select a.x from t a where a.id in (?…)");
    assertThat(two.id()).hasSize(16);
  }

  @Test
  void rowsOfAnInsertAreTheSame() {
    assertThat(Fingerprint.of("insert into t (a,b) values (?,?),(?,?),(?,?)"))
        .isEqualTo(Fingerprint.of("insert into t (a,b) values (?,?)"));
  }

  @Test
  void tellsNoValue() {
    Fingerprint one =
        Fingerprint.of("select 1 from account a1_0 where a1_0.name='Jo''s own' and n > 12.5");
    assertThat(one.text()).isEqualTo("select ? from account a1_0 where a1_0.name=? and n > ?");
  }

  @Test
  void namesWithNumbersStay() {
    assertThat(Fingerprint.of("select b1_0.c2 from b b1_0").text())
        .isEqualTo("select b1_0.c2 from b b1_0");
  }

  @Test
  void differentStatementsDiffer() {
    assertThat(Fingerprint.of("select a from t").id())
        .isNotEqualTo(Fingerprint.of("select b from t").id());
  }

  @Test
  void cutsWhatIsShownAndHashesAll() {
    String longOne = "select " + "a,".repeat(2_000);
    assertThat(Fingerprint.of(longOne + "b").text()).hasSize(Fingerprint.LONGEST);
    assertThat(Fingerprint.of(longOne + "b").id()).isNotEqualTo(Fingerprint.of(longOne + "c").id());
  }
}
