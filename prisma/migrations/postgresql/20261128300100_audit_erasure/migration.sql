-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN "salt" TEXT NOT NULL DEFAULT '';
ALTER TABLE "AuditEvent" ADD COLUMN "erased" INTEGER NOT NULL DEFAULT 0;

-- The audit log is only ever added to. An event from before it was chained gets its place in it, once; and what names somebody
-- can be taken out of an event, which counts how often, loses its salt, and keeps all else and its place.
DROP TRIGGER "AuditEvent_kept" ON "AuditEvent";
CREATE TRIGGER "AuditEvent_kept" BEFORE UPDATE ON "AuditEvent"
  FOR EACH ROW WHEN (
    NOT (
      OLD."chain" = '' AND NEW."chain" <> '' AND NEW."digest" <> ''
      AND (NEW."id", NEW."at", NEW."actorId", NEW."actorName", NEW."act", NEW."object", NEW."result", NEW."details", NEW."address", NEW."salt", NEW."erased")
        IS NOT DISTINCT FROM
        (OLD."id", OLD."at", OLD."actorId", OLD."actorName", OLD."act", OLD."object", OLD."result", OLD."details", OLD."address", OLD."salt", OLD."erased")
    )
    AND NOT (
      NEW."erased" = OLD."erased" + 1 AND NEW."salt" = '' AND OLD."chain" <> ''
      AND (NEW."id", NEW."at", NEW."actorId", NEW."act", NEW."object", NEW."result", NEW."digest", NEW."chain")
        IS NOT DISTINCT FROM
        (OLD."id", OLD."at", OLD."actorId", OLD."act", OLD."object", OLD."result", OLD."digest", OLD."chain")
    )
  ) EXECUTE FUNCTION refuse_audit_change();
