-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN "digest" TEXT NOT NULL DEFAULT '';
ALTER TABLE "AuditEvent" ADD COLUMN "chain" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "lastId" INTEGER NOT NULL DEFAULT 0,
    "chain" TEXT NOT NULL DEFAULT '',
    "seal" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0
);

-- The audit log is only ever added to, whoever asks. Events from before it was chained get their place in it, once.
DROP TRIGGER "AuditEvent_kept";
CREATE TRIGGER "AuditEvent_kept" BEFORE UPDATE ON "AuditEvent"
WHEN OLD."chain" <> '' OR NEW."chain" = '' OR NEW."digest" = ''
  OR NEW."id" IS NOT OLD."id" OR NEW."at" IS NOT OLD."at" OR NEW."actorId" IS NOT OLD."actorId"
  OR NEW."actorName" IS NOT OLD."actorName" OR NEW."act" IS NOT OLD."act" OR NEW."object" IS NOT OLD."object"
  OR NEW."result" IS NOT OLD."result" OR NEW."details" IS NOT OLD."details" OR NEW."address" IS NOT OLD."address"
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
