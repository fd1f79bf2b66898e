-- Who made an exception for a change, for which time and against which plans; and the index that the list by planned end asks for.
alter table change add column excepted jsonb;
