package magnus.portal.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import magnus.basics.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Reads out of Jackson's exceptions which member of the body is wrong, and what was expected. */
final class BodyDiagnosis {

  private BodyDiagnosis() {}

  static Problem of(JsonProcessingException thrown) {
    if (thrown.getProcessor() instanceof JsonGenerator) {
      // Raised while writing: a fault of ours.
      return StatusProblem.of(500);
    }
    if (thrown instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds() == null
              ? "none"
              : unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "));
      return fault(unknown, unknown.getPropertyName(), "a known member (" + known + ")");
    }
    if (thrown instanceof InvalidFormatException format) {
      return fault(format, String.valueOf(format.getValue()), expected(format.getTargetType()));
    }
    if (thrown instanceof ValueInstantiationException refused) {
      String why = refused.getCause() == null ? null : refused.getCause().getMessage();
      return malformed(why == null ? "The body's content is not acceptable." : why);
    }
    if (thrown instanceof MismatchedInputException mismatch) {
      return fault(mismatch, "", expected(mismatch.getTargetType()));
    }
    if (thrown instanceof JsonMappingException mapping) {
      return fault(mapping, "", "of another shape");
    }
    if (thrown instanceof StreamReadException broken && broken.getLocation() != null) {
      return malformed(
          "The body is not JSON: see line "
              + broken.getLocation().getLineNr()
              + ", column "
              + broken.getLocation().getColumnNr()
              + ".");
    }
    return StatusProblem.of(500);
  }

  private static Problem malformed(String detail) {
    return Problem.of(400, "malformed-body", detail);
  }

  private static Problem fault(JsonMappingException thrown, String value, String expected) {
    String field =
        thrown.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    FieldFault fault = new FieldFault(0, field.isEmpty() ? "body" : field, value, expected);
    String detail =
        value.isEmpty() ? fault.field() + " is not " + expected + "." : fault.sentence();
    return new Problem(400, "malformed-body", detail, List.of(fault), Map.of(), 0);
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "of the documented type";
    }
    return ExpectedWords.of(type);
  }
}
