-- AlterTable
ALTER TABLE "Media" ADD COLUMN "title" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "decorative" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Media" ADD COLUMN "licence" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "rights" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "origin" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "rightsUntil" INTEGER;
ALTER TABLE "Media" ADD COLUMN "takenAt" TIMESTAMP(3);
ALTER TABLE "Media" ADD COLUMN "editedAt" TIMESTAMP(3);
ALTER TABLE "Media" ADD COLUMN "words" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "MediaUse" (
    "mediaId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "MediaUse_pkey" PRIMARY KEY ("mediaId","articleId","place")
);

-- CreateIndex
CREATE INDEX "MediaUse_articleId_place_idx" ON "MediaUse"("articleId", "place");

-- CreateIndex
CREATE INDEX "Media_createdAt_id_idx" ON "Media"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Media_rightsUntil_idx" ON "Media"("rightsUntil");

-- CreateIndex
CREATE INDEX "Media_uploaderId_createdAt_id_idx" ON "Media"("uploaderId", "createdAt", "id");

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What there is already is looked through by a job: where it is used, and what it is found by.
INSERT INTO "Job" ("kind", "uniqueKey", "payload", "runAt", "createdAt")
SELECT 'media.lookThrough', 'media.lookThrough 0', jsonb_build_object('after', 0), now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
WHERE EXISTS (SELECT 1 FROM "Media");
