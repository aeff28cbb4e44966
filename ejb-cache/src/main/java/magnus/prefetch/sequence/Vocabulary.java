package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives names small numbers, in the order in which they come, up to a bound. */
public final class Vocabulary {

  /** The number of every name that is not known, and of none. */
  public static final int UNKNOWN = -1;

  private final int most;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /**
   * @param most how many names there may be
   */
  public Vocabulary(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a vocabulary of " + most + " names");
    }
    this.most = most;
  }

  /** The number of a name, a new one if it has none; {@link #UNKNOWN} if there is no room. */
  public int learn(String name) {
    Integer number = numbers.get(name);
    if (number != null) {
      return number;
    }
    if (names.size() >= most) {
      return UNKNOWN;
    }
    numbers.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  /** The number of a name; {@link #UNKNOWN} if it has none. */
  public int number(String name) {
    return numbers.getOrDefault(name, UNKNOWN);
  }

  public Optional<String> findName(int number) {
    return number >= 0 && number < names.size() ? Optional.of(names.get(number)) : Optional.empty();
  }

  public int size() {
    return names.size();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  void read(DataInput in) throws IOException {
    numbers.clear();
    names.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      learn(in.readUTF());
    }
  }
}
