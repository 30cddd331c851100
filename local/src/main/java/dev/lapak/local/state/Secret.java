package dev.lapak.local.state;

/** What is made up once for each system and known to nobody else. */
public enum Secret {
  CALLER_SECRETS_ROUTER,
  CALLER_SECRETS_EDGE,
  CALLER_SECRETS_INVENTORY,
  CALLER_SECRETS_ORDERS,
  /** Of PostgreSQL's superuser, {@code postgres}. */
  POSTGRES_PASSWORD,
  DB_PASSWORD_USERS,
  DB_PASSWORD_PRODUCTS,
  DB_PASSWORD_INVENTORY,
  DB_PASSWORD_ORDERS,
  /** Encrypts the keys that sign tokens. */
  USERS_KEY_SECRET,
  /** Signs the URLs of pictures and imports. */
  PRODUCTS_FILE_SECRET,
  /** Signs the URLs of proofs. */
  ORDERS_FILE_SECRET,
  /** Of the administrator. */
  ADMIN_PASSWORD(true),
  /** Of all people of the demo data. */
  DEMO_PASSWORD(true);

  private final boolean typed;

  Secret() {
    this(false);
  }

  Secret(boolean typed) {
    this.typed = typed;
  }

  /** Whether people type it, so that it had better be short. */
  boolean isTyped() {
    return typed;
  }

  /** Its name in the file and in the environment of those who need it. */
  public String variable() {
    return "LAPAK_" + name();
  }
}
