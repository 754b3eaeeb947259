-- AlterTable
ALTER TABLE "Invalidation" ADD COLUMN "origin" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "Article_kind_updatedAt_id_idx" ON "Article"("kind", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Article_kind_status_updatedAt_id_idx" ON "Article"("kind", "status", "updatedAt", "id");
