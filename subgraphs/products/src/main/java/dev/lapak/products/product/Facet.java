package dev.lapak.products.product;

/** By what products are counted. */
public enum Facet {
  CATEGORIES,
  TAGS,
  PRICES;

  /** The filter without this facet's own part. */
  public ProductFilter leftOut(ProductFilter filter) {
    return switch (this) {
      case CATEGORIES ->
          new ProductFilter(
              null, filter.tagsAny(), filter.tagsAll(), filter.price(), filter.sellerId());
      case TAGS ->
          new ProductFilter(
              filter.category(), null, filter.tagsAll(), filter.price(), filter.sellerId());
      case PRICES ->
          new ProductFilter(
              filter.category(), filter.tagsAny(), filter.tagsAll(), null, filter.sellerId());
    };
  }

  /** Whether a filter has a part of this facet. */
  public boolean isChosen(ProductFilter filter) {
    return switch (this) {
      case CATEGORIES -> filter.category() != null;
      case TAGS -> filter.tagsAny() != null;
      case PRICES -> filter.price() != null;
    };
  }
}
