-- Words of a problem that suppliers in its team may not read are not found by them either: search covers what all its readers see.
alter table problem drop column search;
alter table problem add column search tsvector generated always as (
  setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', coalesce(briefing, '')), 'B')
) stored;
create index problem_search on problem using gin (search);
