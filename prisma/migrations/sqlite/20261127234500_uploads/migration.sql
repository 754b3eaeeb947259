-- AlterTable
ALTER TABLE "Media" ADD COLUMN "hash" TEXT;
ALTER TABLE "Media" ADD COLUMN "bytes" INTEGER;
ALTER TABLE "Media" ADD COLUMN "originalName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "animated" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Media" ADD COLUMN "focalX" REAL NOT NULL DEFAULT 0.5;
ALTER TABLE "Media" ADD COLUMN "focalY" REAL NOT NULL DEFAULT 0.5;
ALTER TABLE "Media" ADD COLUMN "uploaderId" TEXT;
ALTER TABLE "Media" ADD COLUMN "uploaderName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Media" ADD COLUMN "awaitsVariants" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "MediaVariant" (
    "mediaId" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,

    PRIMARY KEY ("mediaId", "format", "width"),
    CONSTRAINT "MediaVariant_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Media_hash_key" ON "Media"("hash");

-- CreateIndex
CREATE INDEX "Media_awaitsVariants_idx" ON "Media"("awaitsVariants");
