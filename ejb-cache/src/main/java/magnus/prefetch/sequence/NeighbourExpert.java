package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What was opened in the sessions most like this one: session-kNN. Items of this session count the
 * more the later they are, rare ones more than common ones (V-SKNN: Ludewig and Jannach, Evaluation
 * of session-based recommendation algorithms, UMUAI 28, 2018); of many sessions the latest are
 * searched; within a neighbour, items count the more the nearer they are to the one in common
 * (STAN: Garg et al., SIGIR 2019). Three columns: on both sides of the item in common, after it
 * alone, and after it with near twins of this session far ahead of others.
 */
final class NeighbourExpert implements Expert {

  private static final double AGE = 2.5;
  private static final double DISTANCE = 1.7;

  private static final float[] BY_AGE = fading(AGE);
  private static final float[] BY_DISTANCE = fading(DISTANCE);

  private final int k;
  private final int window;
  private final int sample;
  private final int neighbours;
  private final SessionStore store;

  /**
   * @param k how many users must have an item among the neighbours before others are shown it
   * @param window how many of the latest items of this session are compared
   * @param sample how many sessions are searched per item
   * @param neighbours how many sessions count
   */
  NeighbourExpert(int k, int capacity, int window, int sample, int neighbours) {
    this.k = k;
    this.window = window;
    this.sample = sample;
    this.neighbours = neighbours;
    store = new SessionStore(capacity, sample);
  }

  private static float[] fading(double scale) {
    float[] weights = new float[SessionStore.LENGTH + 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.exp(-i / scale);
    }
    return weights;
  }

  @Override
  public List<String> columns() {
    return List.of("knn", "knn-next", "knn-twins");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    Neighbourhood near = candidates.neighbourhood(store.capacity(), sample);
    near.clear();
    double whole = compare(context, near);
    if (whole <= 0) {
      return;
    }
    float threshold = near.threshold(neighbours);
    Support support = candidates.support();
    if (k > 1) {
      support.clear();
      for (int i = 0; i < near.size(); i++) {
        if (near.similarity(i) >= threshold) {
          witness(near.session(i), support);
        }
      }
    }
    for (int i = 0; i < near.size(); i++) {
      if (near.similarity(i) >= threshold) {
        float share = (float) (near.similarity(i) / whole);
        vote(near.session(i), near.match(i), share, candidates, first);
      }
    }
  }

  /** Fills the neighbourhood; the similarity that a session with all the items would have. */
  private double compare(SessionContext context, Neighbourhood near) {
    double whole = 0;
    int compared = Math.min(window, context.length());
    boolean known = store.isKept(context.session());
    for (int age = 0; age < compared; age++) {
      int item = context.back(age);
      int found = store.postings(item);
      if (found == 0 || before(context, age)) {
        continue;
      }
      float rarity = Approximate.log(1f + (float) store.count() / found);
      float similarity = BY_AGE[Math.min(age, SessionStore.LENGTH)] * rarity;
      whole += similarity;
      int places = store.find(item, sample, near.found());
      for (int i = 0; i < places; i++) {
        int place = near.found()[i];
        if (!known || store.session(place) != context.session()) {
          near.add(place, item, similarity);
        }
      }
    }
    return whole;
  }

  /** Whether a later item of the session is the same. */
  private static boolean before(SessionContext context, int age) {
    for (int later = 0; later < age; later++) {
      if (context.back(later) == context.back(age)) {
        return true;
      }
    }
    return false;
  }

  private void witness(int place, Support support) {
    long bit = Witnesses.bit(store.user(place));
    for (int i = 0; i < store.size(place); i++) {
      support.add(store.item(place, i), bit);
    }
  }

  private void vote(int place, int match, float share, Candidates candidates, int first) {
    int size = store.size(place);
    int at = size - 1;
    while (at > 0 && store.item(place, at) != match) {
      at--;
    }
    float twin = share * share * share;
    for (int i = 0; i < size; i++) {
      if (i != at) {
        int item = store.item(place, i);
        if (k > 1 && !candidates.support().of(item, k)) {
          continue;
        }
        float near = BY_DISTANCE[Math.abs(i - at) - 1];
        int row = candidates.row(item);
        candidates.addAt(first, row, share * near);
        if (i > at) {
          candidates.addAt(first + 1, row, share * near * near);
          candidates.addAt(first + 2, row, twin * near * near);
        }
      }
    }
  }

  @Override
  public boolean isBlend() {
    return true;
  }

  @Override
  public void learn(SessionContext context, int next) {
    store.learn(context, next);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    store.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    store.read(in);
  }

  @Override
  public long memoryBytes() {
    return store.memoryBytes();
  }
}
