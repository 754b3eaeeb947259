-- AlterTable
ALTER TABLE "Media" ADD COLUMN "hash" TEXT,
ADD COLUMN "bytes" INTEGER,
ADD COLUMN "originalName" TEXT NOT NULL DEFAULT '',
ADD COLUMN "animated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN "uploaderId" TEXT,
ADD COLUMN "uploaderName" TEXT NOT NULL DEFAULT '',
ADD COLUMN "awaitsVariants" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "MediaVariant" (
    "mediaId" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "MediaVariant_pkey" PRIMARY KEY ("mediaId", "format", "width")
);

-- CreateIndex
CREATE UNIQUE INDEX "Media_hash_key" ON "Media"("hash");

-- CreateIndex
CREATE INDEX "Media_awaitsVariants_idx" ON "Media"("awaitsVariants");

-- AddForeignKey
ALTER TABLE "MediaVariant" ADD CONSTRAINT "MediaVariant_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE CASCADE ON UPDATE CASCADE;
