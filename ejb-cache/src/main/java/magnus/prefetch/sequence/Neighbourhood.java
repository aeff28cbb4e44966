package magnus.prefetch.sequence;

import java.util.Arrays;

/**
 * How much each stored session resembles the present one: the scratch pad of a search. A sparse set
 * (Briggs and Torczon, ACM LOPLAS 2, 1993): what lies in a session's slot counts only if the entry
 * that it names is the session's, so that nothing is cleared between two searches.
 */
final class Neighbourhood {

  private final int[] slots;
  private final int[] found;
  private int[] sessions = new int[256];
  private int[] matches = new int[256];
  private float[] similarities = new float[256];
  private float[] sorted = new float[256];
  private int size;

  /**
   * @param found how many sessions are found by one item at most
   */
  Neighbourhood(int sessions, int found) {
    slots = new int[sessions];
    this.found = new int[found];
  }

  /** Room for the sessions that have one item. */
  int[] found() {
    return found;
  }

  void clear() {
    size = 0;
  }

  /** Adds to a session's similarity; the first item that matched is remembered. */
  void add(int session, int item, float similarity) {
    int slot = slots[session];
    if (slot < size && sessions[slot] == session) {
      similarities[slot] += similarity;
    } else {
      append(session, item, similarity);
    }
  }

  private void append(int session, int item, float similarity) {
    if (size == sessions.length) {
      sessions = Arrays.copyOf(sessions, 2 * size);
      matches = Arrays.copyOf(matches, 2 * size);
      similarities = Arrays.copyOf(similarities, 2 * size);
      sorted = new float[2 * size];
    }
    slots[session] = size;
    sessions[size] = session;
    matches[size] = item;
    similarities[size++] = similarity;
  }

  int size() {
    return size;
  }

  int session(int index) {
    return sessions[index];
  }

  float similarity(int index) {
    return similarities[index];
  }

  /** The item of the present session, the latest one, that the session has too. */
  int match(int index) {
    return matches[index];
  }

  /** The similarity that the {@code most} most similar sessions reach (Hoare's selection). */
  float threshold(int most) {
    if (size <= most) {
      return 0;
    }
    System.arraycopy(similarities, 0, sorted, 0, size);
    int from = 0;
    int to = size - 1;
    int wanted = size - most;
    while (from < to) {
      float pivot = sorted[(from + to) >>> 1];
      int i = from;
      int j = to;
      while (i <= j) {
        while (sorted[i] < pivot) {
          i++;
        }
        while (sorted[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swapped = sorted[i];
          sorted[i++] = sorted[j];
          sorted[j--] = swapped;
        }
      }
      if (wanted <= j) {
        to = j;
      } else if (wanted >= i) {
        from = i;
      } else {
        break;
      }
    }
    return sorted[wanted];
  }
}
