-- CreateTable
CREATE TABLE "MergedSource" (
    "sourceSite" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,

    PRIMARY KEY ("sourceSite", "sourceName"),
    CONSTRAINT "MergedSource_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "MergedSource_authorId_idx" ON "MergedSource"("authorId");
