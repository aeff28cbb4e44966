package magnus.basics.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The mapper's conventions: instants and dates in ISO 8601, {@link BigDecimal} (money, quantities)
 * as plain decimal strings, doubles as JSON numbers, absent optionals left out, unknown members
 * refused. So are decimals of more than {@value #MOST_DIGITS} places, which a few characters with
 * an exponent can ask for, and texts with a NUL character, which not every database can keep.
 */
public final class Json {

  private static final int MOST_DIGITS = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(new SimpleModule("money").addSerializer(BigDecimal.class, new PlainDecimal()))
          .addModule(
              new SimpleModule("bounds")
                  .addDeserializer(BigDecimal.class, new BoundedDecimal())
                  .addDeserializer(String.class, new TextWithoutNul()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /** The shared mapper; safe for many threads, never reconfigured. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  private static final class PlainDecimal extends ToStringSerializerBase {
    private static final long serialVersionUID = 1L;

    PlainDecimal() {
      super(BigDecimal.class);
    }

    @Override
    public String valueToString(Object value) {
      return ((BigDecimal) value).toPlainString();
    }
  }

  private static final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    BoundedDecimal() {
      super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      BigDecimal read = BigDecimalDeserializer.instance.deserialize(json, context);
      if (read != null
          && (read.precision() > MOST_DIGITS || Math.abs((long) read.scale()) > MOST_DIGITS)) {
        throw InvalidFormatException.from(
            json, "a decimal of too many places", read.toString(), BigDecimal.class);
      }
      return read;
    }
  }

  private static final class TextWithoutNul extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    TextWithoutNul() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      String read = StringDeserializer.instance.deserialize(json, context);
      if (read != null && read.indexOf('\0') >= 0) {
        throw InvalidFormatException.from(json, "a text with a NUL", read, String.class);
      }
      return read;
    }
  }
}
