ALTER TABLE "Redirect" ADD COLUMN "isPattern" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Redirect" ADD COLUMN "toExtra" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Redirect" ADD COLUMN "status" INTEGER NOT NULL DEFAULT 301;
ALTER TABLE "Redirect" ADD COLUMN "madeByName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Redirect" ADD COLUMN "hits" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Redirect" ADD COLUMN "lastHitAt" TIMESTAMP(3);
CREATE INDEX "Redirect_isPattern_idx" ON "Redirect"("isPattern");
CREATE INDEX "Redirect_hits_id_idx" ON "Redirect"("hits", "id");
CREATE INDEX "Redirect_lastHitAt_id_idx" ON "Redirect"("lastHitAt", "id");
