package magnus.identity;

/** What an account may do. An administrator is a user too. */
public enum Role {
  USER,
  ADMIN
}
