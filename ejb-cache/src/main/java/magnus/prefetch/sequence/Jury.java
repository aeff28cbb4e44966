package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Says how far the network is to be believed against each column alone, by what each gave to what
 * then came (a Bayesian mixture: Cesa-Bianchi and Lugosi, Prediction, Learning, and Games, 2006,
 * chapter 9; claims of long ago count less). Where the network has learned anything beyond one
 * column, it is believed alone after some hundred claims. Where there is nothing beyond that column
 * to learn, or not enough to learn it from, the column speaks.
 */
final class Jury {

  /** What a column must have been better by, in nats, to be believed as much as the network. */
  private static final double DOUBT = 6;

  /** A claim counts half after so many more, at the latest. */
  private static final double HALVED_BY = 4_096;

  private static final double FADE = Math.pow(0.5, 1 / HALVED_BY);
  private static final double NEGLIGIBLE = 1e-3;
  private static final double LEAST = 1e-7;

  private final List<Column> columns;

  /** How much more of what came, in nats, each column gave than the network. */
  private final double[] lead;

  /** How far each column is believed; the network has what is missing to 1. */
  private final double[] shares;

  private double network = 1;
  private long judged;

  private final float[] alone;

  /**
   * @param most how many candidates there may be
   */
  Jury(List<Column> columns, int most) {
    alone = new float[most + 1];
    this.columns = columns;
    lead = new double[columns.size()];
    shares = new double[columns.size()];
  }

  /**
   * Judges by what came.
   *
   * @param row of the item that came; the last one if it was not among the candidates
   * @param networks what the network gave to it
   */
  void judge(int row, Features features, Candidates candidates, float networks) {
    double said = Math.log(Math.max(LEAST, networks));
    double most = 0;
    judged++;
    // The network learned while the first claims were made: each counts by its place.
    double fade = Math.min(FADE, 1 - 1.0 / judged);
    for (int c = 0; c < lead.length; c++) {
      if (columns.get(c).prior() > 0) {
        features.alone(c, candidates, alone);
        lead[c] = fade * lead[c] + Math.log(Math.max(LEAST, alone[row])) - said;
        most = Math.max(most, lead[c] - DOUBT);
      }
    }
    believe(most);
  }

  private void believe(double most) {
    double sum = Math.exp(-most);
    for (int c = 0; c < lead.length; c++) {
      shares[c] = columns.get(c).prior() > 0 ? Math.exp(lead[c] - DOUBT - most) : 0;
      sum += shares[c];
    }
    network = 1;
    for (int c = 0; c < lead.length; c++) {
      shares[c] = shares[c] / sum > NEGLIGIBLE ? shares[c] / sum : 0;
      network -= shares[c];
    }
  }

  /** Puts what is believed in the place of what the network says. */
  void blend(Features features, Candidates candidates, float[] scores) {
    if (network >= 1) {
      return;
    }
    int rows = candidates.size() + 1;
    for (int row = 0; row < rows; row++) {
      scores[row] *= (float) network;
    }
    for (int c = 0; c < shares.length; c++) {
      float share = (float) shares[c];
      if (share > 0) {
        features.alone(c, candidates, alone);
        for (int row = 0; row < rows; row++) {
          scores[row] += share * alone[row];
        }
      }
    }
  }

  /** How far the network is believed, from 0 to 1. */
  double network() {
    return network;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(judged);
    for (double each : lead) {
      out.writeDouble(each);
    }
  }

  void read(DataInput in) throws IOException {
    judged = in.readLong();
    for (int c = 0; c < lead.length; c++) {
      lead[c] = in.readDouble();
    }
    believe(Math.max(0, Arrays.stream(lead).max().orElse(0) - DOUBT));
  }
}
