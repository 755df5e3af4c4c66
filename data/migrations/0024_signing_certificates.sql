-- 0024_signing_certificates: certificates of officials that documents were signed with, by a service elsewhere.
-- Why: whoever checks a file believes the certificates of the key list and no others; those of officials join it when they
--      first sign. Passphrases are kept nowhere.
-- Locks: creates a table. Undo: a new migration that drops it; documents signed that way can then not be checked offline.

create table signing_certificate (
  certificate_sha256 text primary key check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  certificate        bytea not null,               -- X.509, DER
  signer             text not null,                -- the service, as documents name it
  first_used_at      timestamptz not null
);
