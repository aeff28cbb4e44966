package magnus.cache.infinispan;

import java.io.IOException;
import java.time.Duration;
import magnus.cache.freshness.Lifespan;
import org.infinispan.protostream.ProtobufTagMarshaller;
import org.infinispan.protostream.TagReader;
import org.infinispan.protostream.TagWriter;
import org.infinispan.protostream.descriptors.WireType;

/** Message {@code Factor}. */
final class FactorMarshaller implements ProtobufTagMarshaller<Lifespan.Factor> {

  static Lifespan.Factor read(byte[] bytes) throws IOException {
    try {
      return Schema.read(bytes, Lifespan.Factor.class);
    } catch (Garbled e) {
      throw new IOException(e);
    }
  }

  @Override
  public Class<Lifespan.Factor> getJavaClass() {
    return Lifespan.Factor.class;
  }

  @Override
  public String getTypeName() {
    return "magnus.cache.Factor";
  }

  @Override
  public void write(WriteContext context, Lifespan.Factor factor) throws IOException {
    TagWriter out = context.getWriter();
    out.writeString(1, factor.name());
    out.writeString(2, factor.effect());
    out.writeString(3, factor.input());
    out.writeString(4, factor.source());
    out.writeSInt64(5, factor.ageSeconds());
    out.writeSInt64(6, factor.after().toNanos());
  }

  @Override
  public Lifespan.Factor read(ReadContext context) throws IOException {
    TagReader in = context.getReader();
    String name = "";
    String effect = "";
    String input = "";
    String source = "";
    long age = 0;
    long after = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireType.getTagFieldNumber(tag)) {
        case 1 -> name = in.readString();
        case 2 -> effect = in.readString();
        case 3 -> input = in.readString();
        case 4 -> source = in.readString();
        case 5 -> age = in.readSInt64();
        case 6 -> after = in.readSInt64();
        default -> in.skipField(tag);
      }
    }
    return new Lifespan.Factor(name, effect, input, source, age, Duration.ofNanos(after));
  }
}
