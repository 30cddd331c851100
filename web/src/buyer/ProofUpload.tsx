import { type DragEvent, useEffect, useId, useState } from "react";
import { fileSize } from "../ui/file";
import { Problem } from "../ui/Notice";
import { type Chosen, MOST_FILES, useProofUpload } from "./useProofUpload";

const TYPES = "image/jpeg,image/png,image/webp,application/pdf";

/** Where a buyer hands in what shows that the money was sent. */
export function ProofUpload({ orderId }: { orderId: string }) {
  const { files, working, problem, add, remove, handIn } = useProofUpload(orderId);
  const [over, setOver] = useState(false);
  const input = useId();
  const full = files.length >= MOST_FILES;

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!working) add(event.dataTransfer.files);
  }

  return (
    <section className="card" aria-label="Proof of payment">
      <h2>Show that you have paid</h2>
      <p className="hint">
        A photo or PDF of the transfer, 1 to {MOST_FILES} files. The time to pay stands still while it is checked.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input in it is the first */}
      <div
        className="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="button" htmlFor={input}>
          Choose files
        </label>
        <input
          id={input}
          className="visually-hidden"
          type="file"
          multiple
          accept={TYPES}
          disabled={working || full}
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = "";
          }}
        />
        <span className="hint">or drop them here</span>
      </div>
      {files.length > 0 && (
        <ul className="chosen">
          {files.map((one) => (
            <li key={one.key}>
              <ChosenFile chosen={one} working={working} onRemove={() => remove(one.key)} />
            </li>
          ))}
        </ul>
      )}
      {problem && <Problem>{problem}</Problem>}
      <div className="actions">
        <button
          type="button"
          className="primary"
          disabled={working || files.length === 0}
          onClick={() => void handIn()}
        >
          {working ? "Handing in…" : "Hand in proof"}
        </button>
      </div>
    </section>
  );
}

function ChosenFile({ chosen, working, onRemove }: { chosen: Chosen; working: boolean; onRemove: () => void }) {
  const { file, progress, uploadId, problem } = chosen;
  return (
    <div className="chosen-file">
      <Preview file={file} />
      <div className="chosen-facts">
        <span className="chosen-name">{file.name}</span>
        <span className="hint">{uploadId === null ? fileSize(file.size) : "sent"}</span>
        {progress !== null && uploadId === null && <progress value={progress} aria-label={`Sending ${file.name}`} />}
        {problem && (
          <span className="file-problem" role="alert">
            {problem}
          </span>
        )}
      </div>
      <button
        type="button"
        className="quiet small"
        disabled={working}
        onClick={onRemove}
        aria-label={`Remove ${file.name}`}
      >
        Remove
      </button>
    </div>
  );
}

function Preview({ file }: { file: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <span className="preview">{url ? <img src={url} alt="" /> : file.type === "application/pdf" && "PDF"}</span>;
}
