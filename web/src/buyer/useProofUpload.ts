import { useMutation } from "@apollo/client/react";
import { useRef, useState } from "react";
import { inWords } from "../api/trouble";
import { REQUEST_UPLOAD, SUBMIT_PROOF } from "./operations";
import { send, type Upload, UploadError } from "./upload";

export const MOST_FILES = 5;

export interface Chosen {
  key: number;
  file: File;
  /** From 0 to 1; null while it is not sent. */
  progress: number | null;
  /** The finished upload. */
  uploadId: string | null;
  problem: string | null;
}

/** The server said no, in words. */
class Refused extends Error {}

/** The files of a proof, from being chosen to being handed in. What is uploaded stays so when a later step fails. */
export function useProofUpload(orderId: string) {
  const [requestUpload] = useMutation(REQUEST_UPLOAD);
  const [submitProof] = useMutation(SUBMIT_PROOF);
  const [files, setFiles] = useState<Chosen[]>([]);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const nextKey = useRef(0);
  // Where a file was to go that was not taken: the next one may go there.
  const unused = useRef<Upload | null>(null);

  function change(key: number, to: Partial<Chosen>) {
    setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }

  function add(added: Iterable<File>) {
    const fresh = Array.from(added, (file) => {
      return { key: nextKey.current++, file, progress: null, uploadId: null, problem: null };
    });
    const room = MOST_FILES - files.length;
    setProblem(fresh.length > room ? `A proof has at most ${MOST_FILES} files.` : null);
    setFiles([...files, ...fresh.slice(0, room)]);
  }

  function remove(key: number) {
    setProblem(null);
    setFiles((before) => before.filter((one) => one.key !== key));
  }

  async function newPlace(): Promise<Upload> {
    const { data } = await requestUpload({ variables: { input: { orderId } } });
    const place = data?.requestProofUpload.upload;
    if (!place) throw refused(data?.requestProofUpload.errors);
    return place;
  }

  /** The finished upload's id; null if this file was not taken. */
  async function upload({ key, file, uploadId }: Chosen): Promise<string | null> {
    if (uploadId !== null) return uploadId;
    change(key, { progress: 0, problem: null });
    try {
      const place = unused.current ?? (await newPlace());
      unused.current = place;
      await send(file, place, (progress) => change(key, { progress }));
      unused.current = null;
      change(key, { progress: 1, uploadId: place.id });
      return place.id;
    } catch (error) {
      change(key, { progress: null });
      if (!(error instanceof UploadError)) throw error;
      if (!error.placeIsFree) unused.current = null;
      change(key, { problem: error.message });
      return null;
    }
  }

  async function handIn() {
    setWorking(true);
    setProblem(null);
    try {
      const uploadIds: string[] = [];
      for (const file of files) {
        const id = await upload(file);
        if (id !== null) uploadIds.push(id);
      }
      // what was not taken says so beside its name
      if (uploadIds.length < files.length) return;
      const { data } = await submitProof({ variables: { input: { orderId, uploadIds } } });
      const errors = data?.submitPaymentProof.errors ?? [];
      // these uploads are worth nothing any more: the next attempt sends the files again
      if (errors.some(({ code }) => code === "UPLOAD_NOT_FOUND")) {
        setFiles((before) => before.map((one) => ({ ...one, progress: null, uploadId: null })));
      }
      if (!data?.submitPaymentProof.order) throw refused(errors);
      setFiles([]);
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : inWords(error));
    } finally {
      setWorking(false);
    }
  }

  return { files, working, problem, add, remove, handIn };
}

function refused(errors: readonly { message: string }[] | undefined): Refused {
  return new Refused(errors?.map(({ message }) => message).join(" ") || inWords(null));
}
