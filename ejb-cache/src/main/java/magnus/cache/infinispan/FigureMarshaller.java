package magnus.cache.infinispan;

import java.io.IOException;
import org.infinispan.protostream.ProtobufTagMarshaller;
import org.infinispan.protostream.TagReader;
import org.infinispan.protostream.descriptors.WireType;

/** Message {@code Figure}. */
final class FigureMarshaller implements ProtobufTagMarshaller<Published.Figure> {

  static Published.Figure read(byte[] bytes) throws IOException {
    try {
      return Schema.read(bytes, Published.Figure.class);
    } catch (Garbled e) {
      throw new IOException(e);
    }
  }

  @Override
  public Class<Published.Figure> getJavaClass() {
    return Published.Figure.class;
  }

  @Override
  public String getTypeName() {
    return "magnus.cache.Figure";
  }

  @Override
  public void write(WriteContext context, Published.Figure figure) throws IOException {
    context.getWriter().writeString(1, figure.name());
    context.getWriter().writeDouble(2, figure.figure());
  }

  @Override
  public Published.Figure read(ReadContext context) throws IOException {
    TagReader in = context.getReader();
    String name = "";
    double figure = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireType.getTagFieldNumber(tag)) {
        case 1 -> name = in.readString();
        case 2 -> figure = in.readDouble();
        default -> in.skipField(tag);
      }
    }
    return new Published.Figure(name, figure);
  }
}
