-- In whose words the product speaks to a person: the key of a reference model; null is the default of the house.
alter table preference add column vocabulary text;
