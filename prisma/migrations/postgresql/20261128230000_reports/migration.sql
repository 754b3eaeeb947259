-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('OPEN', 'ANSWERED', 'DISMISSED');

-- AlterTable
ALTER TABLE "Correction" ADD COLUMN "madeById" TEXT,
ADD COLUMN "madeByName" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "status" "ReportStatus" NOT NULL DEFAULT 'OPEN',
    "sentence" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "decidedByName" TEXT,
    "answer" TEXT,
    "answeredAt" TIMESTAMP(3),
    "corrected" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ErrorReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ErrorReportSender" (
    "reportId" INTEGER NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "userAgent" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ErrorReportSender_pkey" PRIMARY KEY ("reportId")
);

-- CreateIndex
CREATE INDEX "ErrorReport_status_createdAt_id_idx" ON "ErrorReport"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ErrorReport_articleId_createdAt_idx" ON "ErrorReport"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "ErrorReportSender_email_createdAt_idx" ON "ErrorReportSender"("email", "createdAt");

-- CreateIndex
CREATE INDEX "ErrorReportSender_address_createdAt_idx" ON "ErrorReportSender"("address", "createdAt");

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReportSender" ADD CONSTRAINT "ErrorReportSender_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ErrorReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
