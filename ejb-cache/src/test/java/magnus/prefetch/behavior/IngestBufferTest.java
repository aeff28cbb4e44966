package magnus.prefetch.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IngestBufferTest {

  private record Item(UUID owner, int number) {}

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final IngestBuffer<Item> buffer = new IngestBuffer<>(3, 5, Item::owner);

  private List<Item> items(UUID owner, int... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(n -> new Item(owner, n)).toList();
  }

  @Test
  void takesAllOrNothing() {
    assertThat(buffer.offer(ann, items(ann, 1, 2))).isTrue();
    assertThat(buffer.offer(ann, items(ann, 3, 4))).isFalse();
    assertThat(buffer.offer(bob, items(bob, 5, 6, 7))).isTrue();
    assertThat(buffer.offer(ann, items(ann, 3))).isFalse();

    assertThat(buffer.take(2)).extracting(Item::number).containsExactly(1, 2);
    assertThat(buffer.offer(ann, items(ann, 3))).isTrue();
    assertThat(buffer.take(10)).extracting(Item::number).containsExactly(5, 6, 7, 3);
    assertThat(buffer.take(10)).isEmpty();
  }

  @Test
  void letsGoWhatIsOfOneUser() {
    buffer.offer(ann, items(ann, 1, 2));
    buffer.offer(bob, items(bob, 3));

    assertThat(buffer.drop(ann)).isEqualTo(2);
    assertThat(buffer.take(10)).extracting(Item::number).containsExactly(3);
    assertThat(buffer.offer(ann, items(ann, 4, 5, 6))).isTrue();
  }

  @Test
  void takesBackInOrder() {
    buffer.offer(ann, items(ann, 1, 2));
    buffer.offer(bob, items(bob, 3));
    List<Item> first = buffer.take(2);
    buffer.back(first);

    assertThat(buffer.offer(ann, items(ann, 8, 9))).isFalse();
    assertThat(buffer.take(10)).extracting(Item::number).containsExactly(1, 2, 3);
  }
}
