package magnus.prefetch.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nobody is shown what fewer than k users did. */
class KUsersTest {

  private static final int K = 4;
  private static final int SECRET = 290;

  /** Several users walk alike; some of them go on to an item that only they know. */
  private static Mixture taught(int usersWithTheSecret) {
    Mixture mixture = Predictors.live(K);
    for (int session = 0; session < 800; session++) {
      int user = session % 40;
      SessionContext context = Walks.context(user, session);
      for (int item : new int[] {1, 2, 3}) {
        mixture.learn(context, item);
        context = context.then(item);
      }
      mixture.learn(context, user < usersWithTheSecret ? SECRET : 4);
    }
    mixture.settle();
    return mixture;
  }

  private static Ranking asked(Mixture mixture, int user) {
    return mixture.predict(Walks.context(user, 99_999).withItems(new int[] {1, 2, 3}), 50);
  }

  @Test
  void whatTooFewDidIsShownToThemAlone() {
    Mixture mixture = taught(K - 1);
    assertThat(asked(mixture, 0).placeOf(SECRET)).as("his own").isGreaterThanOrEqualTo(0);
    for (int user = K - 1; user < 40; user++) {
      assertThat(asked(mixture, user).placeOf(SECRET)).as("to user " + user).isEqualTo(-1);
    }
  }

  @Test
  void whatManyDidIsShownToAll() {
    assertThat(asked(taught(20), 39).placeOf(SECRET)).isGreaterThanOrEqualTo(0);
  }
}
