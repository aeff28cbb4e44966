package magnus.portal.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import magnus.portal.cache.CacheResource;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The document is the same however the archive orders its classes: the server's scanner meets them
 * in the order of the file system on which the archive was made.
 */
class InterfaceDescriptionTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfTheClassesDoesNotMatter(long seed) throws Exception {
    List<Path> shuffled = classes();
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(paths(document(shuffled))).isEqualTo(paths(document(classes())));
    assertThat(document(shuffled).path("components").path("schemas"))
        .isEqualTo(document(classes()).path("components").path("schemas"));
  }

  @Test
  void everyPathOfTheResourcesIsThere() throws Exception {
    assertThat(document(classes()).path("paths").size()).isGreaterThan(40);
  }

  private static JsonNode paths(JsonNode document) {
    return document.path("paths");
  }

  private static JsonNode document(List<Path> classes) throws IOException {
    Indexer indexer = new Indexer();
    for (Path file : classes) {
      try (InputStream bytes = Files.newInputStream(file)) {
        indexer.index(bytes);
      }
    }
    String json =
        SmallRyeOpenAPI.builder()
            .withIndex(indexer.complete())
            .withApplicationClassLoader(CacheResource.class.getClassLoader())
            .withScannerClassLoader(SmallRyeOpenAPI.class.getClassLoader())
            .build()
            .toJSON();
    return MAPPER.readTree(json);
  }

  private static List<Path> classes() throws IOException, URISyntaxException {
    Path root =
        Path.of(CacheResource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(
          files
              .filter(f -> f.toString().endsWith(".class"))
              .sorted(Comparator.naturalOrder())
              .toList());
    }
  }
}
