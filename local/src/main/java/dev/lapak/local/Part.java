package dev.lapak.local;

/** Something that the supergraph is made of. */
interface Part {

  /** As the console calls it. */
  String name();

  /** Returns when it answers. */
  void start() throws Exception;

  /** Returns when it is gone; a part that never started has nothing to do. */
  void stop() throws Exception;

  static Part of(String name, Action start, Action stop) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void start() throws Exception {
        start.run();
      }

      @Override
      public void stop() throws Exception {
        stop.run();
      }
    };
  }

  /** May fail in any way. */
  interface Action {
    void run() throws Exception;
  }
}
