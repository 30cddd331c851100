import { fileSize } from "../ui/file";

/** Where one file goes, as `requestProofUpload` said. */
export interface Upload {
  id: string;
  url: string;
  maxBytes: number;
}

/** The server, or the way to it, did not take the file; the message is for people. */
export class UploadError extends Error {
  constructor(
    message: string,
    /** Whether another file may be sent to the same place. */
    readonly placeIsFree = true,
  ) {
    super(message);
  }
}

/** Sends a file's bytes, telling how far it got, from 0 to 1. By XMLHttpRequest: `fetch` tells no progress. */
export function send(file: File, upload: Upload, onProgress: (done: number) => void): Promise<void> {
  if (file.size > upload.maxBytes) {
    // The difference, for two sizes that are nearly the same are the same in words.
    const [most, more] = [fileSize(upload.maxBytes), fileSize(file.size - upload.maxBytes)];
    return Promise.reject(
      new UploadError(`The file is too large: at most ${most} are taken, and it has ${more} more.`),
    );
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", upload.url);
    if (file.type) request.setRequestHeader("content-type", file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new UploadError(refusal(request.status, request.responseText), placeIsFree(request.status)));
    };
    request.onerror = () => reject(new UploadError("The connection was lost on the way. Try again."));
    request.send(file);
  });
}

/** Not where its time is over (404) or it has another file (409). */
function placeIsFree(status: number): boolean {
  return status !== 404 && status !== 409;
}

/** A refused upload in words. */
export function refusal(status: number, body: string): string {
  switch (codeIn(body)) {
    case "FILE_TOO_LARGE":
      return "The file is too large.";
    case "FILE_TYPE":
      return "The file is no JPEG, PNG, WebP or PDF.";
    case "FILE_EMPTY":
      return "The file is empty.";
    case "TOO_SLOW":
      return "The file took too long to come. Try again with a smaller one.";
    case "TRY_AGAIN":
      return "Too many files are coming at once. Try again in a moment.";
    case "NOT_FOUND":
      return "The time to send this file is over. Try again.";
    case "ALREADY_UPLOADED":
      return "Another file was sent in its place. Try again.";
    default:
      return status === 413 ? "The file is too large." : `The file was not taken (${status}). Try again.`;
  }
}

function codeIn(body: string): unknown {
  try {
    return JSON.parse(body)?.code;
  } catch {
    return undefined;
  }
}
