package magnus.persistence.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that is held while an account's rights are changed. */
@Entity
@Table(name = "account_turn")
class AccountTurn {
  static final int ONLY = 1;

  @Id int id;
}
