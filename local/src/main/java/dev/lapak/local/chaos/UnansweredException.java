package dev.lapak.local.chaos;

/** Whether something was done is not known: nobody answered, or only that something is missing. */
final class UnansweredException extends Exception {

  private static final long serialVersionUID = 1;

  UnansweredException(String why) {
    super(why);
  }

  /** A code or the kind of failure, without what differs each time. */
  String kind() {
    String why = String.valueOf(getMessage());
    return why.matches("[A-Z_]+") ? why : why.replaceAll("^.*\\.([A-Za-z]+Exception).*$", "$1");
  }
}
