-- CreateTable
CREATE TABLE "MergedSource" (
    "sourceSite" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,

    CONSTRAINT "MergedSource_pkey" PRIMARY KEY ("sourceSite","sourceName")
);

-- CreateIndex
CREATE INDEX "MergedSource_authorId_idx" ON "MergedSource"("authorId");

-- AddForeignKey
ALTER TABLE "MergedSource" ADD CONSTRAINT "MergedSource_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author"("id") ON DELETE CASCADE ON UPDATE CASCADE;
