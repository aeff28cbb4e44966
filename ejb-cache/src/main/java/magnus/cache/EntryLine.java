package magnus.cache;

/** An entry in a list. */
public record EntryLine(
    String key,
    double ageSeconds,
    double lifespanSeconds,
    boolean fresh,
    int accesses,
    int bytes,
    String loadedFor) {}
