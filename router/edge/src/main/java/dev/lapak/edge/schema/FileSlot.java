package dev.lapak.edge.schema;

/** Where in the variables a file will stand that is still to come; it must be where one may. */
public final class FileSlot {

  private boolean fits;

  void fit() {
    fits = true;
  }

  /** Whether the variables were judged and one of type Upload is wanted here. */
  public boolean fits() {
    return fits;
  }
}
