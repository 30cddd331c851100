import { useState } from "react";
import { Link } from "wouter";
import type { ProofsQuery } from "../gql/graphql";
import { fileSize, fileType } from "../ui/file";
import { Failure, Loading } from "../ui/Notice";
import { Ago } from "../ui/Time";
import { PROOFS } from "./operations";
import { useWithVersion } from "./useWithVersion";

type Proof = NonNullable<ProofsQuery["order"]>["proofs"][number];
type File = Proof["files"][number];

/** The files' URLs work for 10 minutes. */
const READ_AGAIN = 8 * 60_000;

/** The proofs of payment, the latest first, with their files. `version`: the order's, so that new ones are read. */
export function Proofs({ orderId, version }: { orderId: string; version: number }) {
  const { order, error, readAgain } = useWithVersion(PROOFS, { orderId, version, pollInterval: READ_AGAIN });
  if (!order) return error ? <Failure error={error} retry={readAgain} /> : <Loading what="the proof" />;
  return (
    <ol className="proofs">
      {order.proofs.map((proof) => (
        <li key={proof.id}>
          <ProofOf proof={proof} />
        </li>
      ))}
    </ol>
  );
}

function ProofOf({ proof }: { proof: Proof }) {
  return (
    <article className="proof" aria-label="Proof of payment">
      <p className="hint">
        Handed in <Ago time={proof.submittedAt} />
        {proof.review && (
          <>
            {" · "}
            {proof.review.decision === "APPROVED" ? "approved" : "rejected"} <Ago time={proof.review.decidedAt} />
          </>
        )}
      </p>
      {proof.duplicate && <Duplicate of={proof.alsoOn ?? []} />}
      {proof.review?.reason && <blockquote>{proof.review.reason}</blockquote>}
      <ul className="files">
        {proof.files.map((file, i) => (
          <li key={file.id}>
            <FileOf file={file} name={`Proof file ${i + 1} of ${proof.files.length}`} />
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Only who reviews the proof is told; of other sellers' orders no more than that there is one. */
function Duplicate({ of }: { of: NonNullable<Proof["alsoOn"]> }) {
  return (
    <p className="notice problem" role="note">
      The same file was handed in for{" "}
      {of.length === 0
        ? "another seller's order"
        : of.map((order, i) => (
            <span key={order.id}>
              {i > 0 && ", "}
              <Link href={`/dashboard/${order.id}`}>{order.number}</Link>
            </span>
          ))}
      .
    </p>
  );
}

function FileOf({ file, name }: { file: File; name: string }) {
  const [broken, setBroken] = useState<string | null>(null);
  const facts = `${fileType(file.contentType)}, ${fileSize(file.size)}`;
  const image = file.contentType.startsWith("image/") && broken !== file.url;
  return (
    <a href={file.url} target="_blank" rel="noreferrer" className={image ? "file image" : "file"} title={facts}>
      {image ? (
        <img src={file.url} alt={`${name}, ${facts}`} onError={() => setBroken(file.url)} />
      ) : (
        <>
          Open {name.toLowerCase()} <span className="hint">{facts}</span>
        </>
      )}
    </a>
  );
}
