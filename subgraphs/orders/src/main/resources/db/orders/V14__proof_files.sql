-- Where else the same file was handed in, the earliest first. The hash is of what came: of a picture is kept what was made
-- of it.
CREATE INDEX proof_file_sha256 ON proof_file (sha256, id) WHERE proof_id IS NOT NULL;
