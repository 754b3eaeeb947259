-- Pictures that were uploaded get crops beside their other variants: what is made of them in jobs is looked through again.
UPDATE "Media" SET "awaitsVariants" = true WHERE "hash" IS NOT NULL;

INSERT INTO "Job" ("kind", "uniqueKey", "payload", "runAt", "createdAt")
SELECT 'media.avif', 'media.avif ' || "id", '{"mediaId":' || "id" || '}', unixepoch() * 1000, unixepoch() * 1000
FROM "Media" WHERE "hash" IS NOT NULL
ON CONFLICT ("uniqueKey") DO UPDATE SET
    "runAt" = excluded."runAt", "attempts" = 0, "leasedUntil" = NULL, "leasedBy" = NULL,
    "lastError" = NULL, "failedAt" = NULL, "finishedAt" = NULL;
