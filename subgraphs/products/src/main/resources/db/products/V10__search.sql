-- Full-text search over products: docs/search.md says how it works.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A text as its words: letters and digits only, lower case, without accents, a space between them. PostgreSQL's own parser
-- sees none of it: it would take "8e6b" for the number 8e6 and a "b", and other things for hosts, paths or operators.
-- unaccent is declared STABLE only because its rules are a file; they change with PostgreSQL itself.
CREATE FUNCTION plain_words(original text) RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(
  unaccent('unaccent'::regdictionary,
    lower(translate(normalize(original, NFKC), $$'’ʼ´`$$, '') COLLATE pg_c_utf8)) COLLATE pg_c_utf8,
  '[^[:alnum:]]+', ' ', 'g'));

-- With "t-light" as "t light tlight".
CREATE FUNCTION joined_words(original text) RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN original LIKE '%-%' THEN
  concat_ws(' ', plain_words(original), (
    SELECT string_agg(plain_words(replace(compound[1], '-', '')), ' ')
    FROM regexp_matches(original COLLATE pg_c_utf8, '[[:alnum:]]+(?:-[[:alnum:]]+)+', 'g') compound))
  ELSE plain_words(original) END;

-- The words as they are (for prefixes, names and numbers) and, in the same places, their English stems. What is longer
-- than any search is no word.
CREATE FUNCTION text_document(plain text) RETURNS tsvector
IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT coalesce(string_agg(concat_ws(' ',
    quote_literal(word) || ':' || place,
    quote_literal((ts_lexize('english_stem'::regdictionary, word))[1]) || ':' || place), ' '), '')::tsvector
  FROM string_to_table(plain, ' ') WITH ORDINALITY AS words (word, place)
  WHERE octet_length(word) BETWEEN 1 AND 1000);

-- A category stands in a document by its id, with a sign that no word has: renaming it changes no product.
CREATE FUNCTION category_lexeme(category uuid) RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN '/' || category::text;

CREATE FUNCTION product_document(title text, tags text[], sku text, category uuid, description text) RETURNS tsvector
IMMUTABLE PARALLEL SAFE
RETURN setweight(text_document(joined_words(title)), 'A')
  || setweight(text_document(joined_words(sku || ' ' || tags::text)), 'B')
  || setweight(text_document(plain_words(description)), 'C')
  || coalesce((quote_literal(category_lexeme(category)) || ':1C')::tsvector, '');

ALTER TABLE products ADD COLUMN document tsvector NOT NULL
  GENERATED ALWAYS AS (product_document(title, tags, sku, category_id, description)) STORED;
ALTER TABLE categories ADD COLUMN document tsvector NOT NULL
  GENERATED ALWAYS AS (text_document(joined_words(name))) STORED;

-- One for all combinations of what is searched for and filtered by. Without a pending list, which every search would
-- have to read through.
CREATE INDEX products_search ON products USING gin (document, tags, category_id, seller_id)
  WITH (fastupdate = off) WHERE NOT archived;
DROP INDEX products_tags;
CREATE INDEX categories_document ON categories USING gin (document) WITH (fastupdate = off);

-- What a category or a seller has, in each order of a list. The first one also tells whether a category is in use.
DROP INDEX products_category;
CREATE INDEX products_category ON products (category_id, archived, id);
CREATE INDEX products_category_price ON products (category_id, currency, price, id) WHERE NOT archived;
CREATE INDEX products_category_title ON products (category_id, title COLLATE unicode, id) WHERE NOT archived;
CREATE INDEX products_seller_price ON products (seller_id, currency, price, id) WHERE NOT archived;
CREATE INDEX products_seller_title ON products (seller_id, title COLLATE unicode, id) WHERE NOT archived;

-- A word as it is, its stem (the last one: also what begins with it), and the categories whose names have it. A single
-- letter begins too much to be of use.
CREATE FUNCTION word_query(word text, last boolean) RETURNS tsquery
STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH forms AS (
    SELECT concat_ws(' | ',
      CASE WHEN last AND word !~ '^[a-z0-9]$' THEN quote_literal(word) || ':*' END, quote_literal(word),
      quote_literal((ts_lexize('english_stem'::regdictionary, word))[1]))::tsquery AS query
  )
  SELECT coalesce(
    query || (
      SELECT string_agg(quote_literal(category_lexeme(id)), ' | ')::tsquery
      FROM categories WHERE categories.document @@ query),
    query)
  FROM forms;
END;

-- All of the words, each of which may have alternatives. Words that say nothing ("of", "the") count only where there
-- are no others. Null where there are no words, which matches nothing.
CREATE FUNCTION search_query(words text[]) RETURNS tsquery
STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH groups AS (
    SELECT place, alternatives, place = cardinality(words) AS last,
      ts_lexize('english_stem'::regdictionary, alternatives) = '{}' AS says_nothing
    FROM unnest(words) WITH ORDINALITY AS w (alternatives, place)
  ), queries AS (
    SELECT groups.place, (
        SELECT string_agg('(' || word_query(word, groups.last)::text || ')', ' | ')
        FROM string_to_table(alternatives, ' ') word) AS query
    FROM groups
    WHERE NOT says_nothing OR (SELECT bool_and(says_nothing) FROM groups)
  )
  SELECT string_agg('(' || query || ')', ' & ' ORDER BY place)::tsquery FROM queries;
END;

-- How well a product fits: its words as they were written, near each other, in the title, count most; then its stems
-- and the rest; of two that fit alike, the shorter title. A whole number, so that a cursor holds it exactly.
CREATE FUNCTION search_rank(document tsvector, title text, query tsquery, wording tsquery) RETURNS integer
IMMUTABLE PARALLEL SAFE
RETURN ((ts_rank('{0.05, 0.1, 0.4, 1.0}', document, query) + ts_rank('{0.05, 0.1, 0.4, 1.0}', document, wording))
  * (1000 - length(title)) * 1000)::integer;

-- The words that a search is made of; there are at most 20.
CREATE FUNCTION search_words(search text) RETURNS text[]
IMMUTABLE PARALLEL SAFE
RETURN (string_to_array(plain_words(search), ' '))[1:20];

-- The words as they were written, all of them, "of" and "the" too.
CREATE FUNCTION search_wording(words text[]) RETURNS tsquery
STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT string_agg(quote_literal(split_part(alternatives, ' ', 1)), ' & ')::tsquery
  FROM unnest(words) alternatives;
END;

-- Every word that a title, a tag or a category has ever had, for what was spelt wrongly.
CREATE TABLE vocabulary (
  word text COLLATE "C" PRIMARY KEY
);
CREATE INDEX vocabulary_near ON vocabulary USING gist (word gist_trgm_ops);

-- Who has words to add does so alone, until its transaction ends: two who add the same ones, each in several statements,
-- would else wait for each other in a circle. After the first thousands of products hardly anybody has any.
CREATE FUNCTION learn_words(learnt text[]) RETURNS void
BEGIN ATOMIC
  WITH unknown AS MATERIALIZED (
    SELECT DISTINCT word COLLATE "C" AS word
    FROM unnest(learnt) original, string_to_table(joined_words(original), ' ') AS words (word)
    WHERE word COLLATE pg_c_utf8 ~ '^[[:alpha:]]{3,40}$'
      AND NOT EXISTS (SELECT FROM vocabulary WHERE vocabulary.word = words.word COLLATE "C")
  ), alone AS MATERIALIZED (
    SELECT count(pg_advisory_xact_lock(hashtextextended('vocabulary', 0))) AS locks
    FROM (SELECT FROM unknown LIMIT 1) any_unknown
  )
  INSERT INTO vocabulary (word)
  SELECT unknown.word FROM alone, unknown WHERE alone.locks = 1
  ON CONFLICT DO NOTHING;
END;

CREATE FUNCTION learn_from_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM learn_words(array_agg(title || ' ' || tags::text)) FROM now;
  ELSE
    PERFORM learn_words(array_agg(now.title || ' ' || now.tags::text))
    FROM now JOIN before USING (id)
    WHERE (now.title, now.tags) IS DISTINCT FROM (before.title, before.tags);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION learn_from_categories() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(array_agg(name)) FROM now;
  RETURN NULL;
END $$;

CREATE TRIGGER products_insert_words AFTER INSERT ON products
  REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION learn_from_products();
CREATE TRIGGER products_update_words AFTER UPDATE ON products
  REFERENCING OLD TABLE AS before NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION learn_from_products();
CREATE TRIGGER categories_insert_words AFTER INSERT ON categories
  REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION learn_from_categories();
CREATE TRIGGER categories_update_words AFTER UPDATE ON categories
  REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION learn_from_categories();

SELECT learn_words(array_agg(text))
FROM (SELECT title || ' ' || tags::text AS text FROM products UNION ALL SELECT name FROM categories) known;
