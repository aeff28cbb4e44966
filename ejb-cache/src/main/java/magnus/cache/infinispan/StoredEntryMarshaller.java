package magnus.cache.infinispan;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magnus.cache.Ingredient;
import magnus.cache.freshness.Lifespan;
import magnus.cache.shelf.AccessRate;
import org.infinispan.protostream.ProtobufTagMarshaller;
import org.infinispan.protostream.TagReader;
import org.infinispan.protostream.TagWriter;
import org.infinispan.protostream.descriptors.WireType;

/** Message {@code Entry}. */
final class StoredEntryMarshaller implements ProtobufTagMarshaller<StoredEntry> {

  @Override
  public Class<StoredEntry> getJavaClass() {
    return StoredEntry.class;
  }

  @Override
  public String getTypeName() {
    return "magnus.cache.Entry";
  }

  @Override
  public void write(WriteContext context, StoredEntry entry) throws IOException {
    TagWriter out = context.getWriter();
    out.writeInt32(1, Schema.FORMAT);
    out.writeBytes(2, entry.value());
    out.writeSInt64(3, entry.asOf().getEpochSecond());
    out.writeInt32(4, entry.asOf().getNano());
    out.writeSInt64(5, entry.lifespan().duration().toNanos());
    out.writeString(6, entry.lifespan().policy());
    for (Lifespan.Factor factor : entry.lifespan().factors()) {
      out.writeBytes(7, Schema.write(factor));
    }
    for (Ingredient ingredient : entry.madeFrom()) {
      out.writeString(8, ingredient.toString());
    }
    out.writeString(9, entry.version());
    out.writeSInt64(10, entry.loadTime().toNanos());
    out.writeString(11, entry.loadedBy());
    out.writeString(12, entry.loadedFor());
    out.writeDouble(13, entry.rate().accesses());
    out.writeDouble(14, entry.rate().seconds());
  }

  @Override
  public StoredEntry read(ReadContext context) throws IOException {
    TagReader in = context.getReader();
    int format = 0;
    byte[] value = null;
    long seconds = 0;
    int nanos = 0;
    long lifespan = 0;
    String policy = "";
    List<Lifespan.Factor> factors = new ArrayList<>();
    Set<Ingredient> madeFrom = new HashSet<>();
    String version = "";
    long loadTime = 0;
    String loadedBy = "";
    String loadedFor = "";
    double accesses = 0;
    double accessSeconds = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireType.getTagFieldNumber(tag)) {
        case 1 -> format = in.readInt32();
        case 2 -> value = in.readByteArray();
        case 3 -> seconds = in.readSInt64();
        case 4 -> nanos = in.readInt32();
        case 5 -> lifespan = in.readSInt64();
        case 6 -> policy = in.readString();
        case 7 -> factors.add(FactorMarshaller.read(in.readByteArray()));
        case 8 -> madeFrom.add(Ingredient.parse(in.readString()));
        case 9 -> version = in.readString();
        case 10 -> loadTime = in.readSInt64();
        case 11 -> loadedBy = in.readString();
        case 12 -> loadedFor = in.readString();
        case 13 -> accesses = in.readDouble();
        case 14 -> accessSeconds = in.readDouble();
        default -> in.skipField(tag);
      }
    }
    Schema.check(format);
    if (value == null) {
      throw new IOException("no value");
    }
    return new StoredEntry(
        value,
        Instant.ofEpochSecond(seconds, nanos),
        new Lifespan(Duration.ofNanos(lifespan), policy, factors),
        madeFrom,
        version,
        Duration.ofNanos(loadTime),
        loadedBy,
        loadedFor,
        new AccessRate(accesses, accessSeconds));
  }
}
