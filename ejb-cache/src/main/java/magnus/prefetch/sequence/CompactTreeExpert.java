package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What followed in the sessions that have the latest items of this one, in whatever order: the
 * prediction of CPT and CPT+ (Gueniche, Fournier-Viger, Raman and Tseng, PAKDD 2015), from stored
 * sessions instead of a compressed tree. Where few sessions have all of the items, those that lack
 * some count as well, the less the more they lack, as if the lacking ones were noise.
 */
final class CompactTreeExpert implements Expert {

  private static final int WINDOW = 5;
  private static final float PER_ITEM = 8;

  private final int sample;
  private final SessionStore store;

  /**
   * @param sample how many sessions are searched per item
   */
  CompactTreeExpert(int capacity, int sample) {
    this.sample = sample;
    store = new SessionStore(capacity, sample);
  }

  @Override
  public List<String> columns() {
    return List.of("cpt");
  }

  @Override
  public void weigh(SessionContext context, Candidates candidates, int first) {
    Neighbourhood near = candidates.neighbourhood(store.capacity(), sample);
    near.clear();
    int window = Math.min(WINDOW, context.length());
    for (int age = 0; age < window; age++) {
      int places = store.find(context.back(age), sample, near.found());
      for (int i = 0; i < places; i++) {
        int place = near.found()[i];
        if (store.session(place) != context.session()) {
          near.add(place, context.back(age), 1);
        }
      }
    }
    for (int i = 0; i < near.size(); i++) {
      float weight = (float) Math.pow(PER_ITEM, near.similarity(i) - window);
      int place = near.session(i);
      int at = store.size(place) - 1;
      while (at >= 0 && !isInWindow(context, window, store.item(place, at))) {
        candidates.add(first, store.item(place, at), weight);
        at--;
      }
    }
  }

  private static boolean isInWindow(SessionContext context, int window, int item) {
    for (int age = 0; age < window; age++) {
      if (context.back(age) == item) {
        return true;
      }
    }
    return false;
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
