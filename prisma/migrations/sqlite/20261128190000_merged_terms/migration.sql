-- CreateTable
CREATE TABLE "MergedTerm" (
    "kind" TEXT NOT NULL,
    "fromId" INTEGER NOT NULL,
    "intoId" INTEGER NOT NULL,

    PRIMARY KEY ("kind", "fromId")
);

-- CreateIndex
CREATE INDEX "MergedTerm_kind_intoId_idx" ON "MergedTerm"("kind", "intoId");
