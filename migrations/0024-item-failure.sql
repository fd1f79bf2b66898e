-- The item that fails, on what monitoring says and on incidents; what its failure was reckoned to mean, and why a person says otherwise.
alter table event add column item text;
create index event_item on event (item, opened_at) where item is not null;

alter table incident
  add column item text,
  add column computed_effect text,
  add column computed_impact text,
  add column impact_reason text;
create index incident_item on incident (item) where item is not null;
