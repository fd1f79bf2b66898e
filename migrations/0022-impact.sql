-- The services that name a part in their composition are found by the part: what is above a failure is read without reading every service.
create index service_parts on service using gin (jsonb_path_query_array(composition, '$.**.part')) where open;
