import { beforeEach, describe, expect, test, vi } from "vitest";
import { Session, STORED_AS, type Tokens } from "./session";

/** A server whose refresh tokens work once, and the storage and lock that all tabs share. */
class Browser {
  now = Date.parse("2026-01-31T12:00:00Z");
  issued = 0;
  valid = "";
  unreachable = false;
  refreshes: string[] = [];
  readonly #items = new Map<string, string>();
  #queue: Promise<unknown> = Promise.resolve();

  readonly storage = {
    getItem: (key: string) => this.#items.get(key) ?? null,
    setItem: (key: string, value: string) => void this.#items.set(key, value),
    removeItem: (key: string) => void this.#items.delete(key),
  };

  issue(): Tokens {
    this.issued++;
    this.valid = `refresh-${this.issued}`;
    return {
      accessToken: `access-${this.issued}`,
      accessTokenExpiresAt: new Date(this.now + 300_000).toISOString(),
      refreshToken: this.valid,
    };
  }

  tab(): Session {
    return new Session({
      storage: this.storage,
      now: () => this.now,
      exclusively: (work) => {
        const done = this.#queue.then(work);
        this.#queue = done.catch(() => undefined);
        return done;
      },
      refresh: async (token) => {
        await Promise.resolve();
        if (this.unreachable) throw new TypeError("Failed to fetch");
        this.refreshes.push(token);
        return token === this.valid ? this.issue() : null;
      },
    });
  }
}

describe("a session", () => {
  let browser: Browser;
  let tab: Session;

  beforeEach(() => {
    browser = new Browser();
    tab = browser.tab();
  });

  test("gives no token when nobody is logged in", async () => {
    expect(await tab.accessToken()).toBeNull();
    expect(browser.refreshes).toEqual([]);
  });

  test("gives the log-in's own token while it is valid", async () => {
    tab.start(browser.issue());
    expect(await tab.accessToken()).toBe("access-1");
    expect(browser.refreshes).toEqual([]);
  });

  test("exchanges a token that ends soon once, however many ask", async () => {
    tab.start(browser.issue());
    browser.now += 290_000;
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tab.accessToken()));
    expect(new Set(tokens)).toEqual(new Set(["access-2"]));
    expect(browser.refreshes).toEqual(["refresh-1"]);
  });

  test("exchanges a token that the server refused, and only that one", async () => {
    tab.start(browser.issue());
    tab.refused("access-0");
    expect(await tab.accessToken()).toBe("access-1");
    tab.refused("access-1");
    expect(await tab.accessToken()).toBe("access-2");
  });

  test("survives a reload, which forgets the access token", async () => {
    tab.start(browser.issue());
    const reloaded = browser.tab();
    expect(reloaded.login).toBe(tab.login);
    expect(await reloaded.accessToken()).toBe("access-2");
  });

  test("two tabs never send the same refresh token", async () => {
    tab.start(browser.issue());
    const other = browser.tab();
    for (let round = 0; round < 5; round++) {
      browser.now += 400_000;
      const tokens = await Promise.all([tab.accessToken(), other.accessToken()]);
      expect(tokens).not.toContain(null);
    }
    expect(browser.refreshes).toHaveLength(10);
    expect(new Set(browser.refreshes).size).toBe(10);
  });

  test("ends, and says so, when the refresh token is worth nothing", async () => {
    tab.start(browser.issue());
    const changed = vi.fn();
    tab.onChange(changed);
    browser.valid = "revoked";
    browser.now += 400_000;
    expect(await tab.accessToken()).toBeNull();
    expect(tab.login).toBeNull();
    expect(tab.ended).toBe(true);
    expect(changed).toHaveBeenCalledOnce();
    expect(browser.storage.getItem(STORED_AS)).toBeNull();
  });

  test("is kept while the server can't be reached", async () => {
    tab.start(browser.issue());
    browser.now += 400_000;
    browser.unreachable = true;
    await expect(tab.accessToken()).rejects.toThrow("Failed to fetch");
    expect(tab.login).not.toBeNull();
    browser.unreachable = false;
    expect(await tab.accessToken()).toBe("access-2");
  });

  test("follows another tab that logs out, and in as somebody else", async () => {
    tab.start(browser.issue());
    const other = browser.tab();
    const changed = vi.fn();
    other.onChange(changed);
    tab.logOut();
    other.sync();
    expect(other.login).toBeNull();
    tab.start(browser.issue());
    other.sync();
    expect(other.login).toBe(tab.login);
    expect(changed).toHaveBeenCalledTimes(2);
    expect(await other.accessToken()).toBe("access-3");
  });

  test("does not come back when somebody logs out during an exchange", async () => {
    tab.start(browser.issue());
    browser.now += 400_000;
    const asked = tab.accessToken();
    tab.logOut();
    expect(await asked).toBeNull();
    expect(tab.login).toBeNull();
    expect(browser.storage.getItem(STORED_AS)).toBeNull();
  });

  test("takes a broken store for nobody", () => {
    browser.storage.setItem(STORED_AS, "{");
    expect(browser.tab().login).toBeNull();
  });
});
