package magnus.cache.infinispan;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import magnus.cache.Ingredient;
import magnus.cache.Occurrence;
import org.infinispan.protostream.ProtobufTagMarshaller;
import org.infinispan.protostream.TagReader;
import org.infinispan.protostream.TagWriter;
import org.infinispan.protostream.descriptors.WireType;

/** Message {@code Occurrence}. */
final class PublishedMarshaller implements ProtobufTagMarshaller<Published> {

  @Override
  public Class<Published> getJavaClass() {
    return Published.class;
  }

  @Override
  public String getTypeName() {
    return "magnus.cache.Occurrence";
  }

  @Override
  public void write(WriteContext context, Published published) throws IOException {
    TagWriter out = context.getWriter();
    Occurrence occurrence = published.occurrence();
    out.writeInt32(1, Schema.FORMAT);
    out.writeString(2, occurrence.kind().name());
    for (Ingredient ingredient : occurrence.touched()) {
      out.writeString(3, ingredient.toString());
    }
    out.writeSInt64(4, occurrence.at().getEpochSecond());
    out.writeInt32(5, occurrence.at().getNano());
    for (Map.Entry<String, Double> figure : occurrence.figures().entrySet()) {
      out.writeBytes(6, Schema.write(new Published.Figure(figure.getKey(), figure.getValue())));
    }
    out.writeString(7, occurrence.raisedBy());
    out.writeString(8, published.node());
  }

  @Override
  public Published read(ReadContext context) throws IOException {
    TagReader in = context.getReader();
    int format = 0;
    String kind = "";
    Set<Ingredient> touched = new HashSet<>();
    long seconds = 0;
    int nanos = 0;
    Map<String, Double> figures = new HashMap<>();
    String raisedBy = "";
    String node = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireType.getTagFieldNumber(tag)) {
        case 1 -> format = in.readInt32();
        case 2 -> kind = in.readString();
        case 3 -> touched.add(Ingredient.parse(in.readString()));
        case 4 -> seconds = in.readSInt64();
        case 5 -> nanos = in.readInt32();
        case 6 -> {
          Published.Figure figure = FigureMarshaller.read(in.readByteArray());
          figures.put(figure.name(), figure.figure());
        }
        case 7 -> raisedBy = in.readString();
        case 8 -> node = in.readString();
        default -> in.skipField(tag);
      }
    }
    Schema.check(format);
    return new Published(
        new Occurrence(
            Occurrence.Kind.valueOf(kind),
            touched,
            Instant.ofEpochSecond(seconds, nanos),
            figures,
            raisedBy),
        node);
  }
}
