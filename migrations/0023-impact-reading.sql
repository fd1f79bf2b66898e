-- Who stands on whom, both ways, read from the index alone: relations in force with what is asked of them.
create index item_relation_above on item_relation (object, kind) include (subject, redundancy, need) where closed_at is null;
create index item_relation_below on item_relation (subject, kind) include (object, redundancy, need) where closed_at is null;
