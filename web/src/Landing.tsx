import { Link } from "wouter";
import { useLogin } from "./api/ApiProvider";
import { LogIn } from "./session/LogIn";
import { useMe } from "./session/SignedIn";
import { useTitle } from "./ui/useTitle";

export function Landing() {
  const login = useLogin();
  const { data } = useMe();
  useTitle("Orders and payments, live");
  return (
    <div className="landing">
      <section>
        <h1>Orders and payments, live</h1>
        <p className="lead">
          Lapak is a commerce backend behind one GraphQL endpoint. A buyer checks out, pays by bank transfer and hands
          in a proof; the seller sees it arrive and approves it; the buyer sees the order turn paid. Nobody reloads a
          page.
        </p>
        <ul className="doors">
          <li>
            <Link href="/dashboard">
              <strong>Dashboard</strong> For sellers: orders as they arrive, proofs to review
            </Link>
          </li>
          <li>
            <Link href="/orders">
              <strong>My orders</strong> For buyers: what to pay, the time left, where it stands
            </Link>
          </li>
          <li>
            <a href="/graphiql">
              <strong>Explorer</strong> For developers: the whole graph in GraphiQL, with operations to start from
            </a>
          </li>
        </ul>
      </section>
      {login === null ? <LogIn /> : data?.me && <p className="card">You are logged in as {data.me.name}.</p>}
    </div>
  );
}
