package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static Calibration taught(int claims, DoubleUnaryOperator truth) {
    Calibration calibration = new Calibration();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < claims; i++) {
      double claim = random.nextDouble();
      calibration.add(claim, random.nextDouble() < truth.applyAsDouble(claim));
    }
    calibration.fit();
    return calibration;
  }

  @Test
  void saysWhatWasClaimedWhereNothingIsKnown() {
    Calibration calibration = new Calibration();
    for (double claim = 0.01; claim < 1; claim += 0.07) {
      assertThat(calibration.of(claim)).isCloseTo(claim, within(1e-9));
    }
  }

  @Test
  void bendsWhereTheTruthDoes() {
    // Too little is claimed in the middle alone: no straight line in log-odds says so.
    DoubleUnaryOperator truth = c -> c < 0.25 ? c : c < 0.75 ? c + (c - 0.25) * (0.75 - c) * 4 : c;
    Calibration calibration = taught(16_000, truth);
    for (double claim = 0.05; claim < 0.96; claim += 0.05) {
      assertThat(calibration.of(claim)).isCloseTo(truth.applyAsDouble(claim), within(0.06));
    }
  }

  @Test
  void neverFalls() {
    Calibration calibration = taught(2_000, c -> 0.9 - 0.8 * c);
    for (double claim = 0.02; claim < 1; claim += 0.02) {
      assertThat(calibration.of(claim)).isGreaterThan(calibration.of(claim - 0.01));
    }
  }

  @Test
  void saysTheSameAfterBeingReadBack() throws IOException {
    Calibration calibration = taught(5_000, c -> c * c);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    calibration.write(new DataOutputStream(bytes));
    Calibration other = new Calibration();
    other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    calibration.fit();
    other.fit();
    for (double claim = 0.01; claim < 1; claim += 0.07) {
      assertThat(other.of(claim)).isEqualTo(calibration.of(claim));
    }
  }
}
