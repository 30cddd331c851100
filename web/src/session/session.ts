export interface Tokens {
  accessToken: string;
  accessTokenExpiresAt: string;
  refreshToken: string;
}

/** Exchanges a refresh token; null if it is worth nothing any more; throws if the server can't be asked. */
export type Refresh = (refreshToken: string) => Promise<Tokens | null>;

export interface Surroundings {
  refresh: Refresh;
  /** What all tabs of this browser share. */
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Runs one at a time, over all tabs. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  now: () => number;
}

/** What is stored: the login's own id stays when the token is exchanged, so that other tabs know a new one. */
interface Stored {
  login: string;
  refreshToken: string;
}

export const STORED_AS = "lapak.session";
const LEEWAY = 15_000;

/**
 * Who is logged in. The access token lives in this tab's memory; the refresh token is stored, shared by all tabs, and
 * works once: a tab exchanges it only while it alone may, and always the newest one.
 */
export class Session {
  #access: { login: string; token: string; expiresAt: number } | null = null;
  #refreshing: Promise<string | null> | null = null;
  #login: string | null;
  #ended = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly around: Surroundings) {
    this.#login = this.#stored()?.login ?? null;
  }

  /** The id of this login; null if nobody is logged in. */
  get login(): string | null {
    return this.#login;
  }

  /** Whether the server ended the last login, rather than the user. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Tells when somebody else, or nobody, is logged in. */
  onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(tokens: Tokens): void {
    this.#ended = false;
    this.#keep(crypto.randomUUID(), tokens);
    this.sync();
  }

  logOut(): void {
    this.#ended = false;
    this.around.storage.removeItem(STORED_AS);
    this.sync();
  }

  /** A token that is valid for a while yet; null if nobody is logged in; throws if the server can't be asked. */
  async accessToken(): Promise<string | null> {
    this.sync();
    if (this.#login === null) return null;
    if (this.#access && this.#access.expiresAt - LEEWAY > this.around.now()) return this.#access.token;
    this.#refreshing ??= this.around
      .exclusively(() => this.#refresh())
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  /** The server refused this access token: the next one asked for is a new one. */
  refused(token: string | null): void {
    if (this.#access?.token === token) this.#access = null;
  }

  /** Follows what another tab did. */
  sync(): void {
    const login = this.#stored()?.login ?? null;
    if (login === this.#login) return;
    this.#login = login;
    if (this.#access?.login !== login) this.#access = null;
    for (const listener of this.#listeners) listener();
  }

  async #refresh(): Promise<string | null> {
    const stored = this.#stored();
    if (!stored) return null;
    const tokens = await this.around.refresh(stored.refreshToken);
    // logged out, or in as somebody else, meanwhile: that stands
    if (this.#stored()?.login !== stored.login) return null;
    if (tokens) {
      this.#keep(stored.login, tokens);
      return tokens.accessToken;
    }
    this.#ended = true;
    this.around.storage.removeItem(STORED_AS);
    this.sync();
    return null;
  }

  #keep(login: string, tokens: Tokens): void {
    this.#access = { login, token: tokens.accessToken, expiresAt: Date.parse(tokens.accessTokenExpiresAt) };
    const stored: Stored = { login, refreshToken: tokens.refreshToken };
    this.around.storage.setItem(STORED_AS, JSON.stringify(stored));
  }

  #stored(): Stored | null {
    try {
      const stored = JSON.parse(this.around.storage.getItem(STORED_AS) ?? "null");
      return typeof stored?.login === "string" && typeof stored.refreshToken === "string" ? stored : null;
    } catch {
      return null;
    }
  }
}
