package dev.lapak.edge.plan;

import graphql.schema.GraphQLOutputType;
import java.util.Map;

/** A place in a subgraph's answer where something is still missing. */
public sealed interface Gap {

  /** The field's type, with its lists and exclamation marks. */
  GraphQLOutputType type();

  /**
   * Something below is missing.
   *
   * @param fields by the name that they have in the answer
   */
  record Inside(GraphQLOutputType type, Map<String, Gap> fields) implements Gap {
    public Inside {
      fields = Map.copyOf(fields);
    }
  }

  /**
   * The answer has no more than the entity's id; the rest is looked up.
   *
   * @param lookup wants {@link #ID} as its one more variable and answers as {@link #FIELD}
   */
  record Entity(GraphQLOutputType type, Query lookup) implements Gap {

    /** The key in the subgraph's answer. */
    public static final String KEY = "id";

    /** The lookup's variable. */
    public static final String ID = "entityId";

    /** The lookup's only field. */
    public static final String FIELD = "entity";
  }
}
