package magnus.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BucketTest {

  @Test
  void countsAnIpv6SubscriberAsOne() {
    assertThat(Bucket.ofAddress("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(Bucket.ofAddress("2001:db8:1:2::1"))
        .isEqualTo("address:2001:db8:1:2::/64");
    assertThat(Bucket.ofAddress("fe80::1%eth0")).isEqualTo("address:fe80:0:0:0::/64");
    assertThat(Bucket.ofAddress("::1")).isEqualTo("address:0:0:0:0::/64");
    assertThat(Bucket.ofAddress("192.0.2.1")).isEqualTo("address:192.0.2.1");
  }

  @Test
  void hidesWhatWasTypedAsName() {
    assertThat(Bucket.ofName("my-secret-password")).doesNotContain("secret");
    assertThat(Bucket.ofName("Ann")).isEqualTo(Bucket.ofName("ann"));
  }

  @Property(tries = 100)
  void fitsItsColumn(@ForAll @StringLength(max = 500) String name) {
    assertThat(Bucket.ofName(name).length()).isLessThanOrEqualTo(80);
  }
}
