package magnus.prefetch.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads arrays whose lengths are known. */
final class Numbers {

  private Numbers() {}

  static void write(int[] numbers, int length, DataOutput out) throws IOException {
    for (int i = 0; i < length; i++) {
      out.writeInt(numbers[i]);
    }
  }

  static void read(int[] numbers, int length, DataInput in) throws IOException {
    for (int i = 0; i < length; i++) {
      numbers[i] = in.readInt();
    }
  }

  static void write(float[] numbers, DataOutput out) throws IOException {
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  static void write(long[] numbers, DataOutput out) throws IOException {
    out.writeInt(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  /** Reads an array with its length. */
  static long[] readLongs(DataInput in) throws IOException {
    long[] numbers = new long[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }

  static void read(float[] numbers, DataInput in) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readFloat();
    }
  }
}
