import { useEffect } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { useLogin } from "./api/ApiProvider";
import { session } from "./api/api";
import { OrderPage } from "./buyer/OrderPage";
import { OrdersPage } from "./buyer/OrdersPage";
import { Dashboard } from "./dashboard/Dashboard";
import { Landing } from "./Landing";
import { SalesPage } from "./sales/SalesPage";
import { SignedIn, useMe } from "./session/SignedIn";
import { Empty } from "./ui/Notice";

/** Who has orders to look after: sellers their own, admins everybody's. */
const KEEPERS = ["SELLER", "ADMIN"] as const;

export function App() {
  const [location] = useLocation();
  // the dashboard's list stays where it is when one of its orders is opened beside it
  const page = location.startsWith("/dashboard") ? "/dashboard" : location;
  // `void`: newer browsers answer a promise, which an effect would take for its clean-up
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => void window.scrollTo(0, 0), [page]);

  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <Switch>
          <Route path="/">
            <Landing />
          </Route>
          <Route path="/dashboard/:id?">
            {({ id }) => (
              <SignedIn as={KEEPERS} reason="The dashboard shows a seller's own orders.">
                {(me) => <Dashboard me={me} orderId={id} />}
              </SignedIn>
            )}
          </Route>
          <Route path="/sales">
            <SignedIn as={KEEPERS} reason="Sales are shown to the seller whose they are.">
              {(me) => <SalesPage me={me} />}
            </SignedIn>
          </Route>
          <Route path="/orders">
            <SignedIn reason="Your orders are yours alone.">{() => <OrdersPage />}</SignedIn>
          </Route>
          <Route path="/orders/:id">
            {({ id }) => (
              <SignedIn reason="An order is shown to its buyer and its seller.">
                {() => <OrderPage key={id} id={id} />}
              </SignedIn>
            )}
          </Route>
          <Route>
            <Empty>
              There is no such page. <Link href="/">Go to the start</Link>
            </Empty>
          </Route>
        </Switch>
      </main>
    </>
  );
}

function Header() {
  const login = useLogin();
  const { data } = useMe();
  const [location] = useLocation();
  const current = (path: string) => (location.startsWith(path) ? "page" : undefined);
  return (
    <header className="site">
      <Link href="/" className="brand">
        <img src="/lapak.svg" alt="" width="26" height="26" />
        Lapak
      </Link>
      <nav aria-label="Pages">
        <Link href="/dashboard" aria-current={current("/dashboard")}>
          Dashboard
        </Link>
        <Link href="/sales" aria-current={current("/sales")}>
          Sales
        </Link>
        <Link href="/orders" aria-current={current("/orders")}>
          My orders
        </Link>
        <a href="/graphiql">Explorer</a>
      </nav>
      {login !== null && (
        <div className="who">
          <span className="who-name">{data?.me?.name}</span>
          <button type="button" className="quiet small" onClick={() => session.logOut()}>
            Log out
          </button>
        </div>
      )}
    </header>
  );
}
