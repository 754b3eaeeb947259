-- CreateTable
CREATE TABLE "Revision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "note" TEXT,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "savedAt" DATETIME NOT NULL,
    CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WorkingCopy" (
    "articleId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "articleVersion" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "publishAt" DATETIME,
    "savedById" TEXT NOT NULL,
    "savedByName" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "WorkingCopy_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EditLock" (
    "articleId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "holderId" TEXT NOT NULL,
    "holderName" TEXT NOT NULL,
    "typedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "EditLock_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Job" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "uniqueKey" TEXT,
    "payload" JSONB NOT NULL,
    "runAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" DATETIME,
    "leasedBy" TEXT,
    "lastError" TEXT,
    "failedAt" DATETIME,
    "finishedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "Article" ADD COLUMN "embargoUntil" DATETIME;
ALTER TABLE "Article" ADD COLUMN "ownerId" TEXT;
ALTER TABLE "Article" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Article" ADD COLUMN "withdrawAt" DATETIME;
ALTER TABLE "Article" ADD COLUMN "withdrawalNotice" TEXT;
ALTER TABLE "Article" ADD COLUMN "withdrawnAt" DATETIME;

-- CreateIndex
CREATE INDEX "Revision_articleId_id_idx" ON "Revision"("articleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Job_uniqueKey_key" ON "Job"("uniqueKey");

-- CreateIndex
CREATE INDEX "Job_finishedAt_failedAt_runAt_idx" ON "Job"("finishedAt", "failedAt", "runAt");

-- CreateIndex
CREATE INDEX "Redirect_toPath_idx" ON "Redirect"("toPath");
