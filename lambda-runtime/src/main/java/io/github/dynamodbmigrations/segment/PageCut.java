package io.github.dynamodbmigrations.segment;

/**
 * Where a page ends if it is stopped before its end: behind its furthest write. Its items are written side by side, each when
 * its turn comes, so that one may be waiting while a later one is written: that one goes ahead, in debt to the budget. One
 * that none has overtaken is left, and with it all that come later.
 */
final class PageCut {
    private final Deadline deadline;
    private int furthest = -1;
    private int firstLeft = Integer.MAX_VALUE;

    PageCut(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The turn of an item, by its place in the page. */
    Turn turn(int item) {
        return new Turn(this, item);
    }

    /**
     * The turn of one item.
     *
     * @param page the page
     * @param item its place in the page
     */
    record Turn(PageCut page, int item) implements Deadline {
        @Override
        public boolean isReached() {
            return page.deadline.isReached();
        }

        /** Whether it is left before it is begun. */
        boolean isLeft() {
            return isReached() && !page.mayWrite(item, false);
        }

        /**
         * Whether it may be written now.
         *
         * @param hasComeUp whether its turn has come, else it has stopped waiting for that
         */
        boolean mayWrite(boolean hasComeUp) {
            return page.mayWrite(item, hasComeUp);
        }
    }

    private synchronized boolean mayWrite(int item, boolean hasComeUp) {
        if (item > firstLeft) {
            return false;
        }
        if (!hasComeUp && furthest < item) {
            firstLeft = item;
            return false;
        }
        furthest = Math.max(furthest, item);
        return true;
    }
}
