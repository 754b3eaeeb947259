-- AlterTable
ALTER TABLE "Correction" ADD COLUMN "madeById" TEXT;
ALTER TABLE "Correction" ADD COLUMN "madeByName" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "sentence" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "decidedByName" TEXT,
    "answer" TEXT,
    "answeredAt" DATETIME,
    "corrected" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ErrorReport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ErrorReportSender" (
    "reportId" INTEGER NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "userAgent" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ErrorReportSender_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ErrorReport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ErrorReport_status_createdAt_id_idx" ON "ErrorReport"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ErrorReport_articleId_createdAt_idx" ON "ErrorReport"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "ErrorReportSender_email_createdAt_idx" ON "ErrorReportSender"("email", "createdAt");

-- CreateIndex
CREATE INDEX "ErrorReportSender_address_createdAt_idx" ON "ErrorReportSender"("address", "createdAt");
