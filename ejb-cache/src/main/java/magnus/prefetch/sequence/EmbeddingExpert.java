package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A log-bilinear model of the next item (Mnih and Hinton, ICML 2007; with one weight per place and
 * dimension: Mnih and Kavukcuoglu, NIPS 2013): the vectors of the latest items, weighted by place,
 * are summed; the nearer the vector of an item to the sum, the more likely it comes next, beyond
 * its popularity. Learned by telling the item that came from some that came elsewhere (negative
 * sampling: Mikolov et al., NIPS 2013), with steps of AdaGrad; steps learned earlier are learned
 * again between the new ones. It knows items that were seen too rarely for counts to say anything.
 */
final class EmbeddingExpert implements Expert {

  private static final int DIMENSIONS = 32;
  private static final int PLACES = 6;
  private static final int NEGATIVES = 16;
  private static final float RATE = 0.08f;
  private static final int ROW = PLACES + 1;

  private final int replays;
  private final int[] past;
  private final float[] places = new float[PLACES * DIMENSIONS];
  private final float[] placeSquares = new float[PLACES];
  private float[] in = new float[0];
  private float[] out = new float[0];
  private float[] inSquares = new float[0];
  private float[] outSquares = new float[0];
  private int[] seen = new int[0];
  private long known;
  private long steps;

  /**
   * @param replays how many earlier steps are learned again with each new one
   * @param kept how many earlier steps are kept for that
   */
  EmbeddingExpert(int replays, int kept) {
    this.replays = replays;
    past = new int[kept * ROW];
    for (int place = 0; place < PLACES; place++) {
      Arrays.fill(
          places, place * DIMENSIONS, (place + 1) * DIMENSIONS, (float) Math.pow(0.6, place));
    }
  }

  @Override
  public List<String> columns() {
    return List.of("embedding");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    float[] sum = new float[DIMENSIONS];
    boolean known = false;
    int n = Math.min(PLACES, context.length());
    for (int place = 0; place < n; place++) {
      known |= add(context.back(place), place, sum);
    }
    if (!known) {
      return;
    }
    candidates.addTotal(first, 1);
    for (int row = 0; row < candidates.size(); row++) {
      int item = candidates.item(row);
      if (item < seen.length && seen[item] > 0) {
        candidates.set(first, row, dot(sum, item));
      }
    }
  }

  private boolean add(int item, int place, float[] sum) {
    if (item < 0 || item >= seen.length || seen[item] == 0) {
      return false;
    }
    int at = item * DIMENSIONS;
    int weight = place * DIMENSIONS;
    for (int d = 0; d < DIMENSIONS; d++) {
      sum[d] += places[weight + d] * in[at + d];
    }
    return true;
  }

  private float dot(float[] sum, int item) {
    int at = item * DIMENSIONS;
    float dot = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      dot += sum[d] * out[at + d];
    }
    return dot;
  }

  @Override
  public boolean isBlend() {
    return true;
  }

  @Override
  public void learn(SessionContext context, int next) {
    grow(next);
    if (seen[next]++ == 0) {
      begin(next);
    }
    if (context.length() == 0) {
      return;
    }
    int row = (int) (steps % (past.length / ROW)) * ROW;
    past[row] = next;
    for (int place = 0; place < PLACES; place++) {
      past[row + 1 + place] = context.back(place);
    }
    steps++;
    learn(row, 0);
    for (int replay = 1; replay <= replays; replay++) {
      learn(chance(replay, 0) * ROW, replay);
    }
  }

  /** A row of the past, by a number that depends on nothing but the steps so far. */
  private int chance(int replay, int draw) {
    long rows = Math.min(steps, past.length / ROW);
    return (int) ((Hash.of(steps * 64 + replay, draw) >>> 1) % rows);
  }

  private void learn(int row, int replay) {
    float[] sum = new float[DIMENSIONS];
    float[] back = new float[DIMENSIONS];
    boolean known = false;
    for (int place = 0; place < PLACES; place++) {
      int item = past[row + 1 + place];
      if (item >= 0) {
        grow(item);
        known |= add(item, place, sum);
      }
    }
    if (!known) {
      return;
    }
    descend(past[row], 1, sum, back);
    for (int draw = 0; draw < NEGATIVES; draw++) {
      int other = past[chance(replay, draw + 1) * ROW];
      if (other != past[row]) {
        descend(other, 0, sum, back);
      }
    }
    for (int place = 0; place < PLACES; place++) {
      int item = past[row + 1 + place];
      if (item >= 0 && seen[item] > 0) {
        descend(item, place, back);
      }
    }
  }

  private void descend(int item, int label, float[] sum, float[] back) {
    float error = (float) (1 / (1 + Math.exp(-dot(sum, item)))) - label;
    int at = item * DIMENSIONS;
    float square = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      square += sum[d] * sum[d];
    }
    outSquares[item] += error * error * square / DIMENSIONS;
    float rate = RATE * error / (float) Math.sqrt(outSquares[item] + 1e-6f);
    for (int d = 0; d < DIMENSIONS; d++) {
      back[d] += error * out[at + d];
      out[at + d] -= rate * sum[d];
    }
  }

  private void descend(int item, int place, float[] back) {
    int at = item * DIMENSIONS;
    int weight = place * DIMENSIONS;
    float square = 0;
    float placeSquare = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      float g = back[d] * places[weight + d];
      float h = back[d] * in[at + d];
      square += g * g;
      placeSquare += h * h;
    }
    inSquares[item] += square / DIMENSIONS;
    placeSquares[place] += placeSquare / DIMENSIONS;
    float rate = RATE / (float) Math.sqrt(inSquares[item] + 1e-6f);
    float placeRate = RATE / (float) Math.sqrt(placeSquares[place] + 1e-6f);
    for (int d = 0; d < DIMENSIONS; d++) {
      float old = in[at + d];
      in[at + d] -= rate * back[d] * places[weight + d];
      places[weight + d] -= placeRate * back[d] * old;
    }
  }

  private void grow(int item) {
    if (item < seen.length) {
      return;
    }
    int length = Math.max(item + 1, Math.max(1024, 2 * seen.length));
    seen = Arrays.copyOf(seen, length);
    inSquares = Arrays.copyOf(inSquares, length);
    outSquares = Arrays.copyOf(outSquares, length);
    in = Arrays.copyOf(in, length * DIMENSIONS);
    out = Arrays.copyOf(out, length * DIMENSIONS);
  }

  /** Where an item's vector begins depends on how many are known, not on what else has a number. */
  private void begin(int item) {
    int at = item * DIMENSIONS;
    for (int d = 0; d < DIMENSIONS; d++) {
      in[at + d] = ((Hash.of(known * DIMENSIONS + d, 5) >>> 40) / (float) (1 << 24) - 0.5f) * 0.4f;
    }
    known++;
  }

  @Override
  public long memoryBytes() {
    return 4L * past.length + 12L * seen.length + 8L * in.length;
  }

  @Override
  public void write(DataOutput to) throws IOException {
    to.writeLong(known);
    to.writeLong(steps);
    Numbers.write(past, (int) Math.min(past.length, steps * ROW), to);
    Numbers.write(places, to);
    Numbers.write(placeSquares, to);
    to.writeInt(seen.length);
    Numbers.write(seen, seen.length, to);
    Numbers.write(inSquares, to);
    Numbers.write(outSquares, to);
    Numbers.write(in, to);
    Numbers.write(out, to);
  }

  @Override
  public void read(DataInput from) throws IOException {
    known = from.readLong();
    steps = from.readLong();
    Numbers.read(past, (int) Math.min(past.length, steps * ROW), from);
    Numbers.read(places, from);
    Numbers.read(placeSquares, from);
    int length = from.readInt();
    seen = new int[length];
    inSquares = new float[length];
    outSquares = new float[length];
    in = new float[length * DIMENSIONS];
    out = new float[length * DIMENSIONS];
    Numbers.read(seen, length, from);
    Numbers.read(inSquares, from);
    Numbers.read(outSquares, from);
    Numbers.read(in, from);
    Numbers.read(out, from);
  }
}
