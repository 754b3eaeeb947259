-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN "digest" TEXT NOT NULL DEFAULT '';
ALTER TABLE "AuditEvent" ADD COLUMN "chain" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL,
    "lastId" INTEGER NOT NULL DEFAULT 0,
    "chain" TEXT NOT NULL DEFAULT '',
    "seal" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

-- The audit log is only ever added to, whoever asks. Events from before it was chained get their place in it, once.
DROP TRIGGER "AuditEvent_kept" ON "AuditEvent";
CREATE TRIGGER "AuditEvent_stays" BEFORE DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER "AuditEvent_kept" BEFORE UPDATE ON "AuditEvent"
  FOR EACH ROW WHEN (
    OLD."chain" <> '' OR NEW."chain" = '' OR NEW."digest" = ''
    OR (NEW."id", NEW."at", NEW."actorId", NEW."actorName", NEW."act", NEW."object", NEW."result", NEW."details", NEW."address")
      IS DISTINCT FROM
      (OLD."id", OLD."at", OLD."actorId", OLD."actorName", OLD."act", OLD."object", OLD."result", OLD."details", OLD."address")
  ) EXECUTE FUNCTION refuse_audit_change();
