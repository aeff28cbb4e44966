package magnus.persistence.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that is held while a bucket of attempts is made. */
@Entity
@Table(name = "sign_in_turn")
class SignInTurn {
  static final int ONLY = 1;

  @Id int id;
}
