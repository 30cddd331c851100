-- Marks that belong to words, though Unicode calls them no letters: what takes the vowel from a consonant (virama),
-- dots and tones, in the scripts of South and South-East Asia. For use inside the brackets of a regular expression.
CREATE FUNCTION word_marks() RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN '\u093C\u094D\u0951-\u0954\u09BC\u09CD\u0A3C\u0A4D\u0ABC\u0ACD\u0B3C\u0B4D\u0BCD\u0C3C\u0C4D\u0CBC\u0CCD'
  '\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0E47-\u0E4E\u0EBA\u0EC8-\u0ECE\u0F35\u0F37\u0F39\u0F84\u1037\u1039\u103A'
  '\u17C9-\u17D3\u17DD\u1A60\u1A75-\u1A7C\u1B34\u1B44\u1BAA\u1BAB\u1BE6\u1BF2\u1BF3\uA806\uA953\uA9B3\uA9C0';

CREATE OR REPLACE FUNCTION plain_words(original text) RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(
  unaccent('unaccent'::regdictionary,
    lower(translate(normalize(original, NFKC), $$'’ʼ´`$$, '') COLLATE pg_c_utf8)) COLLATE pg_c_utf8,
  '[^[:alnum:]' || word_marks() || ']+', ' ', 'g'));

CREATE OR REPLACE FUNCTION joined_words(original text) RETURNS text
IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN original LIKE '%-%' THEN
  concat_ws(' ', plain_words(original), (
    SELECT string_agg(plain_words(replace(compound[1], '-', '')), ' ')
    FROM regexp_matches(original COLLATE pg_c_utf8,
      replace('[[:alnum:]~]+(?:-[[:alnum:]~]+)+', '~', word_marks()), 'g') compound))
  ELSE plain_words(original) END;

CREATE OR REPLACE FUNCTION learn_words(learnt text[]) RETURNS void
BEGIN ATOMIC
  WITH unknown AS MATERIALIZED (
    SELECT DISTINCT word COLLATE "C" AS word
    FROM unnest(learnt) original, string_to_table(joined_words(original), ' ') AS words (word)
    WHERE word COLLATE pg_c_utf8 ~ ('^[[:alpha:]' || word_marks() || ']{3,40}$')
      AND NOT EXISTS (SELECT FROM vocabulary WHERE vocabulary.word = words.word COLLATE "C")
  ), alone AS MATERIALIZED (
    SELECT count(pg_advisory_xact_lock(hashtextextended('vocabulary', 0))) AS locks
    FROM (SELECT FROM unknown LIMIT 1) any_unknown
  )
  INSERT INTO vocabulary (word)
  SELECT unknown.word FROM alone, unknown WHERE alone.locks = 1
  ON CONFLICT DO NOTHING;
END;

-- What has such marks was read otherwise until now.
UPDATE products SET description = description
WHERE concat_ws(' ', title, tags::text, sku, description) COLLATE pg_c_utf8 ~ ('[' || word_marks() || ']');
UPDATE categories SET name = name WHERE name COLLATE pg_c_utf8 ~ ('[' || word_marks() || ']');
SELECT learn_words(array_agg(text))
FROM (SELECT title || ' ' || tags::text AS text FROM products UNION ALL SELECT name FROM categories) known
WHERE text COLLATE pg_c_utf8 ~ ('[' || word_marks() || ']');

-- A word as trigrams can be made of wherever PostgreSQL runs: in a database whose LC_CTYPE is C, pg_trgm knows the
-- letters of ASCII alone. Each other letter becomes one of these. That two may become the same does little harm: this
-- only finds what looks alike, and how alike it is, is told of the words themselves.
CREATE FUNCTION ascii_shape(word text) RETURNS text
IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length(word) = length(word) THEN word ELSE (
  SELECT string_agg(CASE WHEN ascii(letter) < 128 THEN letter ELSE chr(ascii('a') + ascii(letter) % 26) END, ''
    ORDER BY place)
  FROM string_to_table(word, NULL) WITH ORDINALITY AS letters (letter, place)) END;

DROP INDEX vocabulary_near;
CREATE INDEX vocabulary_near ON vocabulary USING gist (ascii_shape(word) gist_trgm_ops);
