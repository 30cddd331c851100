import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useLogin } from "../api/ApiProvider";
import { session } from "../api/api";
import type { MeQuery, Role } from "../gql/graphql";
import { Failure, Loading } from "../ui/Notice";
import { LogIn } from "./LogIn";
import { ME } from "./operations";

export type Me = NonNullable<MeQuery["me"]>;

/** Who is logged in, as far as that is known yet. */
export function useMe() {
  const login = useLogin();
  return useQuery(ME, { skip: login === null, errorPolicy: "all" });
}

/** Shows its content to people who are logged in, and who have one of the roles; the log-in form to others. */
export function SignedIn(props: { as?: readonly Role[]; reason: string; children: (me: Me) => ReactNode }) {
  const login = useLogin();
  const { data, error, loading, refetch } = useMe();
  if (login === null) return <LogIn reason={props.reason} />;
  if (!data?.me) {
    if (loading) return <Loading what="your account" />;
    return <Failure error={error} retry={() => void refetch()} />;
  }
  if (props.as && !data.me.roles?.some((role) => props.as?.includes(role))) return <WrongAccount name={data.me.name} />;
  return props.children(data.me);
}

function WrongAccount({ name }: { name: string }) {
  return (
    <div className="card">
      <h2>This page is for sellers</h2>
      <p>
        You are logged in as {name}, who does not sell here. <Link href="/orders">Your own orders</Link> are elsewhere.
      </p>
      <button type="button" onClick={() => session.logOut()}>
        Log in as somebody else
      </button>
    </div>
  );
}
