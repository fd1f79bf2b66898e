-- How people and programs prove who they are: passwords, sessions, tokens, one-time links, and the budgets that slow guessing.
-- Every secret is here only as a hash; whose it is, is a record of its own (person, organisation), known here by id.

create table credential (
  person text primary key,
  -- argon2id in PHC notation, parameters included
  password_hash text not null,
  changed_at timestamptz not null
);

create table session (
  token_hash bytea primary key,
  person text not null,
  csrf text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  user_agent text
);
create index session_person on session (person);
create index session_expires on session (expires_at);

create sequence token_number;
create table token (
  id text primary key,
  token_hash bytea not null,
  name text not null,
  -- whose rights it has: a person, or an organisation (a service account)
  person text,
  organisation text,
  side text check (side in ('integrator', 'customer', 'supplier')),
  scopes text[] not null,
  created_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  check ((person is null) <> (organisation is null)),
  check (organisation is null or side is not null),
  check (expires_at <= created_at + interval '366 days')
);
create unique index token_hash_key on token (token_hash);
create index token_person on token (person, id);

create table login_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('setup', 'reset', 'invite')),
  -- null only for the very first administrator, who is no record yet
  person text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (person is not null or purpose = 'setup')
);

-- Devices on which somebody signed in before: their attempts have a budget that strangers cannot use up.
create table known_device (
  token_hash bytea not null,
  person text not null,
  last_seen_at timestamptz not null,
  primary key (token_hash, person)
);

-- One row per thing that is counted (an account, an address, a device): failures since the window began.
create table login_attempt (
  subject text primary key,
  failures integer not null,
  window_from timestamptz not null
);
create index login_attempt_window on login_attempt (window_from);

create table preference (
  person text primary key,
  language text check (language in ('en', 'nl', 'de')),
  zone text,
  theme text check (theme in ('auto', 'light', 'dark')),
  density text check (density in ('comfortable', 'compact', 'dense')),
  shortcuts boolean
);
