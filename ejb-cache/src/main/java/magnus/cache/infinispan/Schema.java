package magnus.cache.infinispan;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.infinispan.protostream.FileDescriptorSource;
import org.infinispan.protostream.ImmutableSerializationContext;
import org.infinispan.protostream.ProtobufUtil;
import org.infinispan.protostream.SerializationContext;

/** Writes and reads the messages of {@code magnus-cache.proto}. */
final class Schema {

  /** Raised when an older version must not read what this one writes, or the other way round. */
  static final int FORMAT = 1;

  private static final ImmutableSerializationContext CONTEXT = context();

  private Schema() {}

  private static ImmutableSerializationContext context() {
    SerializationContext context = ProtobufUtil.newSerializationContext();
    try {
      context.registerProtoFiles(
          FileDescriptorSource.fromResources(
              Schema.class.getClassLoader(), "magnus/cache/infinispan/magnus-cache.proto"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.registerMarshaller(new StoredEntryMarshaller());
    context.registerMarshaller(new FactorMarshaller());
    context.registerMarshaller(new PublishedMarshaller());
    context.registerMarshaller(new FigureMarshaller());
    return context;
  }

  static byte[] write(Object message) {
    try {
      return ProtobufUtil.toByteArray(CONTEXT, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T read(byte[] bytes, Class<T> type) throws Garbled {
    try {
      return ProtobufUtil.fromByteArray(CONTEXT, bytes, type);
    } catch (IOException | RuntimeException e) {
      throw new Garbled("no " + type.getSimpleName() + " of format " + FORMAT, e);
    }
  }

  static void check(int format) throws IOException {
    if (format != FORMAT) {
      throw new IOException("format " + format + " instead of " + FORMAT);
    }
  }
}
