package magnus.prefetch.sequence;

/** Mixes numbers into keys (the finalizer of SplitMix64, Steele, Lea and Flood, 2014). */
final class Hash {

  private Hash() {}

  static long of(long state, long more) {
    long z = state * 0x9E3779B97F4A7C15L + more + 0x632BE59BD9B4E019L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
