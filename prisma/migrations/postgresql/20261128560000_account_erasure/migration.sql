-- AlterTable
ALTER TABLE "User" ADD COLUMN "erasedAt" TIMESTAMP(3);
