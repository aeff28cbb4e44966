package magnus.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import magnus.basics.json.Json;

/** Turns values into the bytes that travel between nodes, and back. */
public interface Codec<V> {

  byte[] encode(V value);

  /**
   * @throws UncheckedIOException where the bytes are not such a value, for instance because another
   *     version of Magnus wrote them
   */
  V decode(byte[] bytes);

  /** Writes records as JSON. */
  static <V> Codec<V> json(Class<V> type) {
    var writer = Json.mapper().writerFor(type);
    var reader = Json.mapper().readerFor(type);
    return of(writer, reader);
  }

  /** Writes lists of records as JSON. */
  static <E> Codec<List<E>> jsonList(Class<E> element) {
    var type = Json.mapper().getTypeFactory().constructCollectionType(List.class, element);
    return of(Json.mapper().writerFor(type), Json.mapper().readerFor(type));
  }

  private static <V> Codec<V> of(
      com.fasterxml.jackson.databind.ObjectWriter writer,
      com.fasterxml.jackson.databind.ObjectReader reader) {
    return new Codec<>() {
      @Override
      public byte[] encode(V value) {
        try {
          return writer.writeValueAsBytes(value);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public V decode(byte[] bytes) {
        try {
          return reader.readValue(bytes);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
