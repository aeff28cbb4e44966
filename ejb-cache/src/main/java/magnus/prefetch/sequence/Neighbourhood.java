package magnus.prefetch.sequence;

import java.util.Arrays;

/** How much each stored session resembles the present one: the scratch pad of a search. */
final class Neighbourhood {

  private final float[] similarities;
  private final int[] matches;
  private int[] touched = new int[256];
  private float[] sorted = new float[256];
  private int size;

  Neighbourhood(int sessions) {
    similarities = new float[sessions];
    matches = new int[sessions];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      similarities[touched[i]] = 0;
    }
    size = 0;
  }

  /** Adds to a session's similarity; the first item that matched is remembered. */
  void add(int session, int item, float similarity) {
    if (similarities[session] == 0) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, 2 * size);
        sorted = new float[2 * size];
      }
      touched[size++] = session;
      matches[session] = item;
    }
    similarities[session] += similarity;
  }

  int size() {
    return size;
  }

  int session(int index) {
    return touched[index];
  }

  float similarity(int index) {
    return similarities[touched[index]];
  }

  /** The item of the present session, the latest one, that the session has too. */
  int match(int index) {
    return matches[touched[index]];
  }

  /** The similarity that the {@code most} most similar sessions reach (Hoare's selection). */
  float threshold(int most) {
    if (size <= most) {
      return 0;
    }
    for (int i = 0; i < size; i++) {
      sorted[i] = similarities[touched[i]];
    }
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
