-- AlterTable
ALTER TABLE "Media" ADD COLUMN "title" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "decorative" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Media" ADD COLUMN "licence" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "rights" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "origin" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "rightsUntil" INTEGER;
ALTER TABLE "Media" ADD COLUMN "takenAt" DATETIME;
ALTER TABLE "Media" ADD COLUMN "editedAt" DATETIME;
ALTER TABLE "Media" ADD COLUMN "words" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "MediaUse" (
    "mediaId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "place" TEXT NOT NULL,

    PRIMARY KEY ("mediaId", "articleId", "place"),
    CONSTRAINT "MediaUse_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MediaUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "MediaUse_articleId_place_idx" ON "MediaUse"("articleId", "place");

-- CreateIndex
CREATE INDEX "Media_createdAt_id_idx" ON "Media"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Media_rightsUntil_idx" ON "Media"("rightsUntil");

-- CreateIndex
CREATE INDEX "Media_uploaderId_createdAt_id_idx" ON "Media"("uploaderId", "createdAt", "id");

-- What there is already is looked through by a job: where it is used, and what it is found by.
INSERT INTO "Job" ("kind", "uniqueKey", "payload", "runAt", "createdAt")
SELECT 'media.lookThrough', 'media.lookThrough 0', '{"after":0}', unixepoch() * 1000, unixepoch() * 1000
WHERE EXISTS (SELECT 1 FROM "Media");
