-- Whoever listens hears of a change as soon as it is committed (lib/database/postgresql-notices.ts); the rows themselves are
-- read as they always are, so a notice that is lost costs a quarter of a second and nothing else.
CREATE FUNCTION notify_invalidation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY broadsheet_invalidation;
  RETURN NULL;
END
$$;

CREATE TRIGGER "Invalidation_notice" AFTER INSERT ON "Invalidation"
  FOR EACH STATEMENT EXECUTE FUNCTION notify_invalidation();
