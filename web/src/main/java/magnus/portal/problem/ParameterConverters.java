package magnus.portal.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of the types that resources use, and refuses what cannot be read by the
 * parameter's name: 400 in the query, 404 in the path, since such a path leads nowhere.
 */
@Provider
@ApplicationScoped
public class ParameterConverters implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, Object>> READERS =
      Map.of(
          String.class, ParameterConverters::text,
          UUID.class, ParameterConverters::uuid,
          LocalDate.class, LocalDate::parse,
          Instant.class, Instant::parse,
          int.class, Integer::valueOf,
          Integer.class, Integer::valueOf,
          long.class, Long::valueOf,
          Long.class, Long::valueOf,
          double.class, ParameterConverters::finite,
          Double.class, ParameterConverters::finite);

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // JAX-RS asks for null: "not mine"
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, Object> reader =
        type.isEnum() ? text -> constant(type, text) : READERS.get(type);
    return reader == null
        ? null
        : (ParamConverter<T>) new Converter(type, reader, annotations == null ? NONE : annotations);
  }

  private static final Annotation[] NONE = {};

  /** PostgreSQL keeps and compares no text with a NUL. */
  private static String text(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException(text);
    }
    return UUID.fromString(text);
  }

  private static Double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static Object constant(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private record Converter(Class<?> type, Function<String, Object> reader, Annotation[] annotations)
      implements ParamConverter<Object> {

    @Override
    @SuppressWarnings("NullAway") // an absent parameter stays null, as JAX-RS wants it
    public Object fromString(@Nullable String text) {
      if (text == null || text.isEmpty() && !type.isPrimitive() && type != String.class) {
        return null;
      }
      try {
        return reader.apply(text);
      } catch (RuntimeException e) {
        throw refusal(text);
      }
    }

    private Refusal refusal(String text) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof QueryParam query) {
          return Refusal.malformed(query.value(), text, ExpectedWords.of(type));
        }
        if (annotation instanceof PathParam path) {
          return Refusal.of(
              Refusal.Kind.UNKNOWN,
              "unknown-path",
              "There is nothing at this address: "
                  + path.value()
                  + " '"
                  + text
                  + "' is not "
                  + ExpectedWords.of(type)
                  + ".");
        }
      }
      return Refusal.malformed("parameter", text, ExpectedWords.of(type));
    }

    @Override
    public String toString(Object value) {
      return value.toString();
    }
  }
}
