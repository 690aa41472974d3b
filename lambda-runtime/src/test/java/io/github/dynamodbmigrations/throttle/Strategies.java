package io.github.dynamodbmigrations.throttle;

import java.time.Duration;

/** What workers of the simulation do about capacity: the engine's own code, and two naive ways. */
final class Strategies {
    private static final int PAGE_ITEMS = 250;

    private Strategies() {}

    /** The engine's bucket, segment budget and page limit. */
    static final class Engine implements SimulatedWorker.Strategy {
        private final VirtualTime time;
        private final TokenBucket bucket;
        private final Pause pause = length -> {
            throw new IllegalStateException("the simulation waits in virtual time");
        };
        private SegmentBudget budget;
        private PageLimit limit;

        Engine(VirtualTime time, double unitsPerSecond, int processes) {
            this.time = time;
            this.bucket = TokenBucket.share("write budget", unitsPerSecond, processes, time::now, pause);
            this.budget = new SegmentBudget(bucket, time::now, pause);
            this.limit = new PageLimit(PAGE_ITEMS, Budget.UNLIMITED, budget, 1);
        }

        @Override
        public void begins(int segment) {
            budget = new SegmentBudget(bucket, time::now, pause);
            limit = new PageLimit(PAGE_ITEMS, Budget.UNLIMITED, budget, 1);
        }

        @Override
        public int page() {
            return limit.next();
        }

        @Override
        public void beforeWrite(Runnable then) {
            var own = budget.own();
            if (own.isPresent()) {
                awaitTurn(own.get(), own.get().takeTurn(), () -> awaitTurn(bucket, bucket.takeTurn(), then));
            } else {
                awaitTurn(bucket, bucket.takeTurn(), then);
            }
        }

        private void awaitTurn(TokenBucket of, double turn, Runnable then) {
            var missing = of.until(turn);
            if (missing.isZero()) {
                then.run();
            } else {
                time.in(missing, () -> awaitTurn(of, turn, then));
            }
        }

        @Override
        public void wrote(double units) {
            budget.charge(units);
        }

        @Override
        public void refused(TransientReason reason) {
            budget.refused(reason);
        }

        @Override
        public void pageEnds(long items, double units) {
            limit.wrote(items, units);
        }

        @Override
        public boolean isPatient() {
            return true;
        }
    }

    /** So many writes a second, whatever they cost and whatever DynamoDB says; or as many as go. */
    static final class Naive implements SimulatedWorker.Strategy {
        private final VirtualTime time;
        private final double writesPerSecond;
        private long next;

        Naive(VirtualTime time, double writesPerSecond) {
            this.time = time;
            this.writesPerSecond = writesPerSecond;
        }

        @Override
        public void begins(int segment) {}

        @Override
        public int page() {
            return PAGE_ITEMS;
        }

        @Override
        public void beforeWrite(Runnable then) {
            var turn = Math.max(time.now(), next);
            next = turn + (long) (1e9 / writesPerSecond);
            time.in(Duration.ofNanos(turn - time.now()), then);
        }

        @Override
        public void wrote(double units) {}

        @Override
        public void refused(TransientReason reason) {}

        @Override
        public void pageEnds(long items, double units) {}

        @Override
        public boolean isPatient() {
            return false;
        }
    }
}
