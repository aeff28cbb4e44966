package magnus.persistence.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackedColumnsTest {

  private static double[] roundTrip(double... column) {
    return PackedColumns.unpack(PackedColumns.pack(column.length, column))[0];
  }

  @Property(tries = 300)
  void anyColumnComesBackToTheBit(@ForAll double[] column) {
    assertThat(roundTrip(column)).containsExactly(column);
  }

  @Property(tries = 300)
  void pricesComeBackToTheBit(@ForAll int[] cents) {
    double[] column = new double[cents.length];
    for (int i = 0; i < cents.length; i++) {
      column[i] = cents[i] / 100.0;
    }
    assertThat(roundTrip(column)).containsExactly(column);
  }

  @Test
  void oddValuesComeBack() {
    double[] odd = {-0.0, 0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e300, -5};
    assertThat(roundTrip(odd)).containsExactly(odd);
    assertThat(roundTrip(Double.NaN, Double.NaN)).containsExactly(Double.NaN, Double.NaN);
    assertThat(roundTrip()).isEmpty();
    assertThat(roundTrip(0, 4294967295.0)).containsExactly(0, 4294967295.0);
    assertThat(roundTrip(0, 4294967296.0)).containsExactly(0, 4294967296.0);
    assertThat(roundTrip(1, 65536)).containsExactly(1, 65536);
    assertThat(roundTrip(0.1, 65536)).containsExactly(0.1, 65536);
  }

  @Test
  void yearOfBarsIsSmall() {
    Random random = new Random(7);
    int n = 252;
    double[][] columns = new double[6][n];
    for (int i = 0; i < n; i++) {
      columns[0][i] = 16_000 + i * 1.4;
      columns[0][i] = Math.floor(columns[0][i]);
      for (int c = 1; c < 5; c++) {
        columns[c][i] = Math.round(100_00 + random.nextGaussian() * 500) / 100.0;
      }
      columns[5][i] = random.nextInt(5_000_000);
    }
    byte[] packed = PackedColumns.pack(n, columns);
    assertThat(packed.length).isLessThan(16 * n);
    assertThat(PackedColumns.rows(packed)).isEqualTo(n);
    assertThat(PackedColumns.unpack(packed)).isDeepEqualTo(columns);
  }

  @Test
  void blockOfALaterVersionIsNotMisread() {
    byte[] packed = PackedColumns.pack(1, new double[] {1});
    packed[0] = 9;
    assertThatThrownBy(() -> PackedColumns.unpack(packed)).hasMessageContaining("version 9");
  }
}
