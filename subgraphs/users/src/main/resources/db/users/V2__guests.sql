-- Buyers without an account. What they are reached by is not theirs alone: an e-mail address is one account's only.
ALTER TABLE users
  ALTER email DROP NOT NULL,
  ALTER password_hash DROP NOT NULL,
  ADD phone text,
  ADD guest boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT users_phone CHECK (phone ~ '^\+[1-9][0-9]{1,14}$'), -- E.164
  ADD CONSTRAINT users_password CHECK (guest = (password_hash IS NULL)),
  ADD CONSTRAINT users_account CHECK (guest OR email IS NOT NULL),
  ADD CONSTRAINT users_contact CHECK (num_nonnulls(email, phone) > 0),
  ADD CONSTRAINT users_guest CHECK (NOT (guest AND admin));

DROP INDEX users_email;
CREATE UNIQUE INDEX users_email ON users (email) WHERE NOT guest;
