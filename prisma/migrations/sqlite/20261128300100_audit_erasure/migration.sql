-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN "salt" TEXT NOT NULL DEFAULT '';
ALTER TABLE "AuditEvent" ADD COLUMN "erased" INTEGER NOT NULL DEFAULT 0;

-- The audit log is only ever added to. An event from before it was chained gets its place in it, once; and what names somebody
-- can be taken out of an event, which counts how often, loses its salt, and keeps all else and its place.
DROP TRIGGER "AuditEvent_kept";
CREATE TRIGGER "AuditEvent_kept" BEFORE UPDATE ON "AuditEvent"
WHEN NOT (
    OLD."chain" = '' AND NEW."chain" <> '' AND NEW."digest" <> ''
    AND NEW."id" IS OLD."id" AND NEW."at" IS OLD."at" AND NEW."actorId" IS OLD."actorId"
    AND NEW."actorName" IS OLD."actorName" AND NEW."act" IS OLD."act" AND NEW."object" IS OLD."object"
    AND NEW."result" IS OLD."result" AND NEW."details" IS OLD."details" AND NEW."address" IS OLD."address"
    AND NEW."salt" IS OLD."salt" AND NEW."erased" IS OLD."erased"
  )
  AND NOT (
    NEW."erased" IS OLD."erased" + 1 AND NEW."salt" IS '' AND OLD."chain" <> ''
    AND NEW."id" IS OLD."id" AND NEW."at" IS OLD."at" AND NEW."actorId" IS OLD."actorId"
    AND NEW."act" IS OLD."act" AND NEW."object" IS OLD."object" AND NEW."result" IS OLD."result"
    AND NEW."digest" IS OLD."digest" AND NEW."chain" IS OLD."chain"
  )
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
