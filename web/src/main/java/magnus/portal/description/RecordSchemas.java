package magnus.portal.description;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Schemas of records as {@link magnus.basics.json.Json} writes them. */
final class RecordSchemas {

  private final Components components;

  RecordSchemas(Components components) {
    this.components = components;
  }

  /** The name under which a body is described. */
  static String nameOf(Class<?> type) {
    var named = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    if (named != null && !named.name().isEmpty()) {
      return named.name();
    }
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
  }

  /** Describes the record, and those that it contains, unless that is done already. */
  Schema register(Class<?> type) {
    Schema known = components.getSchemas().get(nameOf(type));
    if (known != null && !isEmpty(known)) {
      return known;
    }
    Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
    components.addSchema(nameOf(type), schema); // before its members, which may contain it again
    membersOf(type).forEach(schema::addProperty);
    List<String> required = new ArrayList<>();
    for (RecordComponent member : type.getRecordComponents()) {
      AnnotatedType declared = member.getAnnotatedType();
      if (!declared.isAnnotationPresent(Nullable.class) && member.getType() != Optional.class) {
        required.add(member.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.setRequired(required);
    }
    return schema;
  }

  /** What the scanner leaves where it does not find a class, which lies in another jar. */
  private static boolean isEmpty(Schema schema) {
    return schema.getType() == null && schema.getProperties() == null && schema.getRef() == null;
  }

  /** The record's members in order. */
  Map<String, Schema> membersOf(Class<?> type) {
    Map<String, Schema> members = new LinkedHashMap<>();
    for (RecordComponent member : type.getRecordComponents()) {
      members.put(member.getName(), of(member.getGenericType()));
    }
    return members;
  }

  private Schema of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] arguments = generic.getActualTypeArguments();
      if (raw == Optional.class) {
        return of(arguments[0]);
      }
      if (Collection.class.isAssignableFrom(raw)) {
        return typed(SchemaType.ARRAY).items(of(arguments[0]));
      }
      if (Map.class.isAssignableFrom(raw)) {
        return typed(SchemaType.OBJECT).additionalPropertiesSchema(of(arguments[1]));
      }
    }
    if (type instanceof Class<?> plain) {
      return of(plain);
    }
    throw new IllegalArgumentException("no schema for members of type " + type);
  }

  private Schema of(Class<?> type) {
    if (type.isRecord()) {
      register(type);
      return OASFactory.createSchema().ref(nameOf(type));
    }
    if (type.isEnum()) {
      return typed(SchemaType.STRING)
          .enumeration(
              Arrays.stream(type.getEnumConstants())
                  .<Object>map(c -> ((Enum<?>) c).name())
                  .toList());
    }
    if (type == String.class) {
      return typed(SchemaType.STRING);
    }
    if (type == BigDecimal.class) {
      return typed(SchemaType.STRING).format("decimal");
    }
    if (type == UUID.class) {
      return typed(SchemaType.STRING).format("uuid");
    }
    if (type == Instant.class) {
      return typed(SchemaType.STRING).format("date-time");
    }
    if (type == LocalDate.class) {
      return typed(SchemaType.STRING).format("date");
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed(SchemaType.BOOLEAN);
    }
    if (type == int.class || type == Integer.class) {
      return typed(SchemaType.INTEGER).format("int32");
    }
    if (type == long.class || type == Long.class) {
      return typed(SchemaType.INTEGER).format("int64");
    }
    if (type == double.class || type == Double.class) {
      return typed(SchemaType.NUMBER).format("double");
    }
    throw new IllegalArgumentException("no schema for members of type " + type);
  }

  private static Schema typed(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
