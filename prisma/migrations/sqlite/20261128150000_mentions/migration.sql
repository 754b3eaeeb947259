-- CreateTable
CREATE TABLE "SentMention" (
    "articleId" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "target"),
    CONSTRAINT "SentMention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
