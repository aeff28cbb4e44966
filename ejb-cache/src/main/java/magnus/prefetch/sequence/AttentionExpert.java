package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A neural model of the next item: the nearer the vector of an item to that of the session ({@link
 * AttentionNetwork}), the more likely. All vectors have the same length, so that what is opened
 * often does not score for that alone (NISER: Gupta et al., 2019). Names the nearest; the score is
 * the logarithm of the share among all that are named. Learned in small batches by telling the
 * items that came from some that came elsewhere, half of them drawn as often as they are opened and
 * half alike, which is corrected for (sampled softmax: Jean et al., ACL 2015); steps learned
 * earlier are learned again between the new ones, the later the oftener.
 */
final class AttentionExpert implements Expert {

  private static final int D = AttentionNetwork.DIMENSIONS;
  private static final int PLACES = AttentionNetwork.PLACES;
  private static final int ROW = PLACES + 1;
  private static final int BATCH = 32;
  private static final int NEGATIVES = 256;
  private static final float LEAST = -14;
  private static final int NAMED = 80;

  /** Items that may be named, however seldom they are opened; more only if opened so often. */
  private static final int LISTED = 2_048;

  private static final int OFTEN = 5;

  /** Every other replay is of the latest steps, of about so many. */
  private static final double LATEST = 5_000;

  private final int replays;
  private final int[] past;
  private final int[] batch = new int[BATCH];
  private final AttentionNetwork network = new AttentionNetwork();
  private final ItemVectors vectors = new ItemVectors();
  private int[] seen = new int[0];
  private long total;
  private int items;
  private long steps;
  private long batches;
  private int gathered;

  private final AttentionNetwork.Pass asked = new AttentionNetwork.Pass();
  private final AttentionNetwork.Pass[] passes = new AttentionNetwork.Pass[BATCH];
  private final int[] others = new int[NEGATIVES];
  private final float[] corrections = new float[NEGATIVES];
  private final float[][] byItem = new float[NEGATIVES][D];
  private final float[][] byDimension = new float[D][NEGATIVES];
  private final float[][] gradient = new float[D][NEGATIVES];
  private final float[] logits = new float[NEGATIVES];
  private final float[] vector = new float[D];

  /**
   * @param replays how many earlier steps are learned again with each new one
   * @param kept how many earlier steps are kept for that
   */
  AttentionExpert(int replays, int kept) {
    this.replays = replays;
    past = new int[kept * ROW];
    for (int i = 0; i < BATCH; i++) {
      passes[i] = new AttentionNetwork.Pass();
    }
  }

  @Override
  public List<String> columns() {
    return List.of("attention");
  }

  @Override
  public void name(SessionContext context, Candidates candidates) {
    asked.length = 0;
    for (int ago = 0; ago < context.length() && asked.length < PLACES; ago++) {
      int item = context.back(ago);
      if (item >= 0 && item < seen.length && seen[item] > 0) {
        asked.items[asked.length++] = item;
      }
    }
    if (asked.length == 0) {
      return;
    }
    network.forward(asked, vectors, 0);
    Best best = new Best(NAMED);
    vectors.offerAll(asked.hidden, best);
    for (int item : best.ranking().items()) {
      candidates.row(item);
    }
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    int rows = candidates.size();
    if (asked.length == 0 || rows == 0) {
      return;
    }
    candidates.addTotal(first, 1);
    float most = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      int item = candidates.item(row);
      if (item < seen.length && seen[item] > 0) {
        float score = AttentionNetwork.dot(asked.hidden, vectors.of(item));
        candidates.set(first, row, score);
        most = Math.max(most, score);
      } else {
        candidates.set(first, row, Float.NEGATIVE_INFINITY);
      }
    }
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += Approximate.exp(candidates.weight(first, row) - most);
    }
    float whole = most + (float) Math.log(sum);
    for (int row = 0; row < rows; row++) {
      float share = candidates.weight(first, row) - whole;
      candidates.set(first, row, share > LEAST ? share : LEAST);
    }
  }

  @Override
  public boolean tellsLogarithms() {
    return true;
  }

  @Override
  public boolean isBlend() {
    return true;
  }

  @Override
  public void learn(SessionContext context, int next) {
    grow(next);
    seen[next]++;
    total++;
    if (!vectors.isListed(next) && (vectors.listed() < LISTED || seen[next] >= OFTEN)) {
      vectors.list(next);
    }
    items = Math.max(items, next + 1);
    if (context.length() == 0) {
      return;
    }
    int rows = past.length / ROW;
    int row = (int) (steps % rows);
    past[row * ROW] = next;
    for (int place = 0; place < PLACES; place++) {
      past[row * ROW + 1 + place] = context.back(place);
    }
    steps++;
    gather(row);
    int known = (int) Math.min(steps, rows);
    for (int replay = 1; replay <= replays; replay++) {
      double chance = (Hash.of(steps * 64 + replay, 3) >>> 11) * 0x1p-53;
      double ago =
          replay % 2 == 0
              ? chance * known
              : LATEST * (Math.exp(chance * Math.log(1 + known / LATEST)) - 1);
      gather((int) ((steps - 1 - Math.min((long) ago, known - 1)) % rows));
    }
  }

  private void gather(int row) {
    batch[gathered++] = row;
    if (gathered == BATCH) {
      gathered = 0;
      learnBatch();
    }
  }

  private void learnBatch() {
    batches++;
    draw();
    for (float[] row : gradient) {
      Arrays.fill(row, 0);
    }
    for (int b = 0; b < BATCH; b++) {
      AttentionNetwork.Pass pass = passes[b];
      load(batch[b], pass);
      if (pass.length > 0) {
        network.forward(pass, vectors, Hash.of(batches * BATCH + b, 991) | 1);
        compare(pass, past[batch[b] * ROW]);
        network.backward(pass);
      }
    }
    for (int n = 0; n < NEGATIVES; n++) {
      for (int d = 0; d < D; d++) {
        vector[d] = gradient[d][n];
      }
      vectors.descend(others[n], vector);
    }
    for (int b = 0; b < BATCH; b++) {
      AttentionNetwork.Pass pass = passes[b];
      for (int j = 0; j < pass.length; j++) {
        vectors.descend(pass.items[j], pass.itemGradient[j]);
      }
    }
    network.descend();
  }

  /** Draws the items that the batch is to be told from. */
  private void draw() {
    long rows = Math.min(steps, past.length / ROW);
    for (int n = 0; n < NEGATIVES; n++) {
      long chance = Hash.of(batches * NEGATIVES + n, 17) >>> 1;
      boolean asOpened = (chance & 1) == 0;
      chance >>>= 1;
      others[n] = asOpened ? past[(int) (chance % rows) * ROW] : (int) (chance % items);
      corrections[n] = howOften(others[n]);
      System.arraycopy(vectors.of(others[n]), 0, byItem[n], 0, D);
      for (int d = 0; d < D; d++) {
        byDimension[d][n] = byItem[n][d];
      }
    }
  }

  /** The logarithm of the chance that an item is drawn. */
  private float howOften(int item) {
    return Approximate.log((float) (0.5 * (seen[item] + 1.0) / (total + items) + 0.5 / items));
  }

  private void load(int row, AttentionNetwork.Pass pass) {
    int at = row * ROW + 1;
    pass.length = 0;
    while (pass.length < PLACES && past[at + pass.length] >= 0) {
      int item = past[at + pass.length];
      grow(item);
      pass.items[pass.length++] = item;
    }
  }

  /** Adds to the gradients of the items, and leaves that of the session's vector in the pass. */
  private void compare(AttentionNetwork.Pass pass, int target) {
    float[] h = pass.hidden;
    for (int n = 0; n < NEGATIVES; n++) {
      logits[n] = -corrections[n];
    }
    for (int d = 0; d < D; d++) {
      AttentionNetwork.add(logits, byDimension[d], h[d]);
    }
    float right = AttentionNetwork.dot(h, vectors.of(target)) - howOften(target);
    float most = right;
    for (int n = 0; n < NEGATIVES; n++) {
      logits[n] = others[n] == target ? -1e9f : logits[n];
      most = Math.max(most, logits[n]);
    }
    float rightShare = Approximate.exp(right - most);
    float sum = rightShare;
    for (int n = 0; n < NEGATIVES; n++) {
      logits[n] = Approximate.exp(logits[n] - most);
    }
    for (int n = 0; n < NEGATIVES; n++) {
      sum += logits[n];
    }
    for (int n = 0; n < NEGATIVES; n++) {
      logits[n] /= sum;
    }
    descend(pass, target, rightShare / sum - 1);
  }

  private void descend(AttentionNetwork.Pass pass, int target, float error) {
    float[] h = pass.hidden;
    for (int d = 0; d < D; d++) {
      AttentionNetwork.add(gradient[d], logits, h[d]);
    }
    float[] back = pass.hiddenGradient;
    float[] right = vectors.of(target);
    for (int d = 0; d < D; d++) {
      back[d] = error * right[d];
      vector[d] = error * h[d];
    }
    for (int n = 0; n < NEGATIVES; n++) {
      AttentionNetwork.add(back, byItem[n], logits[n]);
    }
    vectors.descend(target, vector);
  }

  private void grow(int item) {
    if (item < seen.length) {
      return;
    }
    int length = Math.max(item + 1, Math.max(1024, 2 * seen.length));
    seen = Arrays.copyOf(seen, length);
    vectors.grow(length);
  }

  @Override
  public long memoryBytes() {
    return 4L * past.length
        + 4L * seen.length
        + vectors.memoryBytes()
        + AttentionNetwork.memoryBytes()
        + 4L * D * (3 * NEGATIVES + 20 * BATCH);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(steps);
    out.writeLong(batches);
    out.writeLong(total);
    out.writeInt(items);
    out.writeInt(gathered);
    Numbers.write(batch, gathered, out);
    Numbers.write(past, (int) Math.min(past.length, steps * ROW), out);
    out.writeInt(seen.length);
    Numbers.write(seen, seen.length, out);
    vectors.write(out);
    network.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    steps = in.readLong();
    batches = in.readLong();
    total = in.readLong();
    items = in.readInt();
    gathered = in.readInt();
    Numbers.read(batch, gathered, in);
    Numbers.read(past, (int) Math.min(past.length, steps * ROW), in);
    int length = in.readInt();
    seen = new int[length];
    Numbers.read(seen, length, in);
    vectors.read(in);
    network.read(in);
  }
}
