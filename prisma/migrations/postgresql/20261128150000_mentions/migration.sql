-- AlterEnum
ALTER TYPE "CommentKind" ADD VALUE 'WEBMENTION';

-- CreateTable
CREATE TABLE "SentMention" (
    "articleId" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SentMention_pkey" PRIMARY KEY ("articleId","target")
);

-- AddForeignKey
ALTER TABLE "SentMention" ADD CONSTRAINT "SentMention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
