-- Who did what to which record, found by what was done: for duties that are kept apart.
create index journal_fact_actor on journal (fact, record_id, actor) where actor is not null;
