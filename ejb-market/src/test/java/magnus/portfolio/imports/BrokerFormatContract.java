package magnus.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import magnus.basics.problem.FieldFault;
import magnus.basics.problem.Refusal;
import magnus.portfolio.Transaction;
import org.junit.jupiter.api.Test;

/** What every format keeps; one class per format extends it with its sample and its own cases. */
abstract class BrokerFormatContract {

  /** A file that a user could have, with at least five transactions. */
  abstract String sample();

  abstract BrokerFormat format();

  /** A file with exactly one bad value. */
  abstract String spoilt();

  /** What is wrong with it. */
  abstract FieldFault fault();

  @Test
  void itsContentIsRecognised() {
    assertThat(format().detect(BrokerFile.of("x", utf8(sample()), 1 << 20))).isTrue();
    assertThat(Reading.of(sample()).statement().format()).isEqualTo(format().id());
  }

  @Test
  void everyRowOfItsSampleCanBeRead() {
    assertThat(Reading.of(sample()).statement().faults()).isEmpty();
    assertThat(Reading.of(sample()).transactions()).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void encodingsAndLineEndsDoNotMatter() {
    List<String> plain = story(Reading.of(sample()).transactions());
    String windows = sample().replace("\n", "\r\n");
    assertThat(story(Reading.of(windows).transactions())).isEqualTo(plain);
    assertThat(story(Reading.of(utf8("\uFEFF" + sample())).transactions())).isEqualTo(plain);
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] marked = ("\uFEFF" + sample()).getBytes(charset);
      assertThat(story(Reading.of(marked).transactions())).isEqualTo(plain);
      assertThat(story(Reading.of(sample().getBytes(charset)).transactions())).isEqualTo(plain);
    }
    byte[] western = sample().getBytes(Charset.forName("windows-1252"));
    assertThat(Reading.of(western).positions()).isEqualTo(Reading.of(sample()).positions());
  }

  @Test
  void theSameFileTwiceIsTheSameFileOnce() {
    ImportPlan first = ImportPlan.of(Reading.of(sample()).statement());
    ImportPlan second = ImportPlan.of(Reading.of(sample()).statement());
    assertThat(first.fingerprints()).doesNotHaveDuplicates();
    Set<String> known = new HashSet<>(first.fingerprints());
    assertThat(second.fresh(known)).isEmpty();
    assertThat(second.preview(known, List.of(), Reading.TODAY).rows())
        .noneMatch(row -> row.status() == magnus.portfolio.ImportPreview.Status.NEW);
  }

  @Test
  void aBadValueIsToldWithItsPlace() {
    Statement statement = Reading.of(spoilt()).statement();
    assertThat(statement.faults()).containsExactly(fault());
    assertThat(ImportPlan.of(statement).preview(Set.of(), List.of(), Reading.TODAY).rows())
        .filteredOn(row -> !row.faults().isEmpty())
        .singleElement()
        .satisfies(row -> assertThat(row.effect()).isEqualTo(fault().sentence()));
  }

  @Test
  void aTruncatedFileIsReadOrRefusedButNeverBreaks() {
    String text = sample();
    for (int end = 0; end < text.length(); end += Math.max(1, text.length() / 120)) {
      readsOrRefuses(utf8(text.substring(0, end)));
    }
  }

  @Test
  void damagedBytesAreReadOrRefusedButNeverBreak() {
    Random random = new Random(20260105);
    byte[] whole = utf8(sample());
    for (int round = 0; round < 150; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        damaged[random.nextInt(damaged.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "\",;<>-/.0e9$()\n{}[]:".charAt(random.nextInt(20));
      }
      readsOrRefuses(damaged);
    }
  }

  static void readsOrRefuses(byte[] bytes) {
    for (BrokerFormat format : withAuto()) {
      try {
        BrokerFile file = BrokerFile.of("x", bytes, 1 << 22);
        Statement statement = BrokerFormats.read(file, format == null ? "auto" : format.id());
        ImportPlan plan = ImportPlan.of(statement);
        plan.preview(Set.of(), List.of(), Reading.TODAY);
      } catch (Refusal refused) {
        assertThat(refused.detail()).isNotBlank();
      }
    }
  }

  private static List<BrokerFormat> withAuto() {
    List<BrokerFormat> all = new ArrayList<>(BrokerFormats.all());
    all.add(null);
    return all;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Transactions without their random ids. */
  static List<String> story(List<Transaction> transactions) {
    return transactions.stream()
        .map(
            t ->
                String.join(
                    " ",
                    t.date().toString(),
                    t.type().name(),
                    String.valueOf(t.symbol()),
                    t.quantity().toPlainString(),
                    String.valueOf(t.price()),
                    t.amount().toPlainString(),
                    t.currency(),
                    t.note(),
                    String.valueOf(t.fingerprint())))
        .toList();
  }
}
