package magnus.persistence.market;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A setting of the market that all nodes share. */
@Entity
@Table(name = "market_setting")
class SettingRow {
  @Id String name;

  @Column(nullable = false, length = 400)
  String content;
}
