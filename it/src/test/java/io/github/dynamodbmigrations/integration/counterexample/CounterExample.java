package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.LocalTable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table with an engine. */
abstract class CounterExample {
    final LocalTable things = LocalTable.create(LocalDynamo.client(), "things");
    final LocalEngine engine = LocalEngine.of(things.name);

    static Map<String, AttributeValue> number(String name, int value) {
        return Map.of(name, AttributeValue.fromN(Integer.toString(value)));
    }

    static void refused(FailureCode code, Executable migration) {
        assertEquals(
                code.code(), assertThrows(MigrationException.class, migration).code());
    }

    /** The engine's process dies when it has written a page and not yet its checkpoint. */
    void crashAfterTheFirstPage(Class<?> migration) {
        crashAfterTheFirstPage(mortal -> mortal.migrate(migration));
    }

    void crashAfterTheFirstPage(Consumer<LocalEngine> goal) {
        var life = Life.endingBefore("advance");
        assertThrows(Life.Killed.class, () -> goal.accept(engine.with(life::ports)));
    }

    /** A process of its own, which will stand still before a call; ends with what it ended with. */
    static CompletableFuture<Void> begin(LocalEngine engine, Class<?> migration) {
        return CompletableFuture.runAsync(() -> engine.migrate(migration), command -> {
            var thread = new Thread(command, "zombie");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** It noticed that it had been left behind. */
    static void assertStopped(CompletableFuture<Void> zombie) {
        var end = assertThrows(CompletionException.class, zombie::join);
        assertInstanceOf(MigrationException.class, end.getCause());
    }
}
