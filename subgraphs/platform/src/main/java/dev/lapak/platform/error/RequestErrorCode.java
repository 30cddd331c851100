package dev.lapak.platform.error;

/** The codes of request errors, as {@code extensions.code} says them; docs/errors.md lists them. */
public enum RequestErrorCode {
  /** Nobody is logged in. */
  UNAUTHENTICATED,
  /** The token is not one of ours. */
  TOKEN_INVALID,
  /** The token was good once. */
  TOKEN_EXPIRED,
  /** This person or service may not. */
  FORBIDDEN,
  /** Not there, or not this person's. */
  NOT_FOUND,
  /** An argument is not what the schema's description allows. */
  BAD_USER_INPUT,
  /** The document is not GraphQL. */
  GRAPHQL_PARSE_FAILED,
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED,
  /** A reader of events is too slow or too far behind: read anew, then subscribe again. */
  RESYNC_REQUIRED,
  /** Too much is asked for at once, or a part of the system does not answer: ask again later. */
  TRY_AGAIN,
  /** The request is not what the protocol wants: JSON, its fields, the operation's name. */
  BAD_REQUEST,
  /** The path has no such method. */
  METHOD_NOT_ALLOWED,
  /** The body's content type or encoding is not read here. */
  UNSUPPORTED_MEDIA_TYPE,
  /** The body is larger than allowed. */
  REQUEST_TOO_LARGE,
  /** The operation is nested deeper than allowed. */
  QUERY_TOO_DEEP,
  /** The document has more characters or tokens than allowed. */
  QUERY_TOO_LARGE,
  /** A hash instead of a document: send the document. */
  PERSISTED_QUERY_NOT_SUPPORTED,
  /** Too much at once; nothing was done. */
  BUSY,
  /** More subscriptions or sockets at once than allowed. */
  TOO_MANY_SUBSCRIPTIONS,
  /** A part of the supergraph does not answer. */
  SUBGRAPH_UNAVAILABLE,
  /** The router does not answer. */
  ROUTER_UNAVAILABLE,
  /** No answer in time. */
  TIMEOUT,
  /** A fault of ours; the log has the details under the trace id. */
  INTERNAL;

  /** All that clients are told of a fault of ours. */
  public static final String INTERNAL_MESSAGE = "Something went wrong on our side.";
}
