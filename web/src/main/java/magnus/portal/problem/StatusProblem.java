package magnus.portal.problem;

/** Problems that say no more than their HTTP status does. */
final class StatusProblem {

  private StatusProblem() {}

  static Problem of(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "malformed-request", "The request cannot be read.");
      case 401 ->
          Problem.of(
              401,
              "not-signed-in",
              "Sign in, or send a token in the header 'Authorization: Bearer'.");
      case 403 -> Problem.of(403, "not-allowed", "The account may not do this.");
      case 404 -> Problem.of(404, "unknown-path", "There is nothing at this address.");
      case 405 ->
          Problem.of(405, "method-not-allowed", "The address does not know this HTTP method.");
      case 406 ->
          Problem.of(
              406, "not-acceptable", "None of the media types in the header 'Accept' is offered.");
      case 412 ->
          Problem.of(
              412,
              "changed-since",
              "It was changed since it was read: its 'ETag' is not the one in 'If-Match'. Read it"
                  + " again.");
      case 413 -> Problem.of(413, "too-large", "The request is larger than allowed.");
      case 415 ->
          Problem.of(
              415,
              "unsupported-media-type",
              "The request's body is of a media type that is not read here; see 'Content-Type'.");
      case 503 -> Problem.of(503, "unavailable", "This cannot be served now; try again later.");
      default ->
          status >= 500
              ? Problem.of(
                  status,
                  "unexpected",
                  "Something went wrong that was not foreseen. The server's log knows it by the"
                      + " request id.")
              : Problem.of(status, "status-" + status, "The request was refused.");
    };
  }
}
